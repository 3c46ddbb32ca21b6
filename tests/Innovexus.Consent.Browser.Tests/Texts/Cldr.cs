using System.Text.Json;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The files of CLDR, of the versions that <c>package.json</c> states.</summary>
internal static class Cldr
{
    public static readonly string Texts = Repository.Path("src", "Innovexus.Consent", "Texts");

    private static readonly string Packages = Repository.Path("tests", "Innovexus.Consent.Browser.Tests", "Texts", "node_modules");

    /// <summary>The languages that have texts, English first.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        ["en", .. Directory.GetFiles(Texts, "ConsentTexts.*.restext").Select(file => Path.GetFileName(file).Split('.')[1]).Order(StringComparer.Ordinal)];

    /// <summary>A language by the name that CLDR and browsers have for it: theirs is Portuguese of Brazil unless another is named.</summary>
    public static string NameOf(string language) => language switch { "pt" => "pt-PT", "pt-BR" => "pt", "en" => "en-GB", _ => language };

    /// <summary>A part of a language's data.</summary>
    public static JsonElement Read(string package, string file, string language, params string[] path) =>
        path.Aggregate(Read($"{package}-full/main/{NameOf(language)}/{file}.json").GetProperty("main").GetProperty(NameOf(language)), (json, name) => json.GetProperty(name));

    /// <summary>The rules of plural forms, by language.</summary>
    public static JsonElement Plurals() => Read("cldr-core/supplemental/plurals.json").GetProperty("supplemental").GetProperty("plurals-type-cardinal");

    /// <summary>The ten digits of a numbering system.</summary>
    public static string Digits(string system) =>
        Read("cldr-core/supplemental/numberingSystems.json").GetProperty("supplemental").GetProperty("numberingSystems").GetProperty(system).GetProperty("_digits").GetString()!;

    private static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Packages, file)));
}
