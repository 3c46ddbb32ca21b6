using NUglify;

namespace Innovexus.Consent.Build;

/// <summary>What ships of one source, or why nothing does.</summary>
/// <param name="Name">The file's name, which the result keeps.</param>
/// <param name="Text">The minified text.</param>
/// <param name="Map">The source map, for scripts.</param>
/// <param name="Errors">Errors, and warnings of what goes wrong in most browsers.</param>
internal sealed record MinifiedFile(string Name, string? Text, string? Map, IReadOnlyList<UglifyError> Errors)
{
    // NUglify counts down: 0 is an error, 1 may well be one, and from 2 on it is a matter of taste.
    private const int Worst = 1;

    public static MinifiedFile Of(string path)
    {
        var (name, source) = (Path.GetFileName(path), File.ReadAllText(path));
        return Path.GetExtension(path) == ".css" ? Sheet.Minify(name, source) : Script.Minify(name, source);
    }

    public static MinifiedFile From(string name, UglifyResult result, string? map = null) =>
        new(name, result.Code, map, [.. result.Errors.Where(error => error.IsError || error.Severity <= Worst)]);

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Map is not null)
        {
            Replace(Path.Combine(folder, $"{Name}.map"), Map);
        }

        Replace(Path.Combine(folder, Name), Text!);
    }

    // Two builds may write the same file at once, and one reads it meanwhile: whole files take each other's place.
    private static void Replace(string path, string text)
    {
        var written = $"{path}.{Guid.NewGuid():n}";
        File.WriteAllText(written, text);
        File.Move(written, path, overwrite: true);
    }
}
