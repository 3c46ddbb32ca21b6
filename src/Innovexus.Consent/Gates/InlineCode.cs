using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Innovexus.Consent;

/// <summary>Code or data as the text of a script element, which it can neither end nor swallow.</summary>
internal static partial class InlineCode
{
    // What a browser runs as a classic script (WHATWG MIME Sniffing, section 4.6), and nothing else is called.
    private static readonly string[] Languages = ["javascript", "ecmascript", "jscript", "livescript"];

    /// <summary>
    /// The code with an escape where HTML would read a tag. The escapes mean the same in a string, a template, a regular expression
    /// and JSON, the only places where code holds such text; all other code stays as it is. Data may hold it anywhere, so as much of
    /// it as can stays as it is.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="type">The type of the script element, or nothing for a classic script.</param>
    [return: NotNullIfNotNull(nameof(code))]
    public static string? Contained(string? code, string? type)
    {
        if (code is null)
        {
            return null;
        }

        var contained = EndTag().Replace(code, "<\\");
        // After "<!--" a "<script" makes the parser read past the element's own end, unless a "-->" follows.
        var comment = IsScript(type)
            ? contained.IndexOf("<!--", StringComparison.Ordinal)
            : contained.IndexOf("<!--", contained.LastIndexOf("-->", StringComparison.Ordinal) + 1, StringComparison.Ordinal);
        return comment < 0 ? contained : StartTag().Replace(contained, "\\u003C", -1, IsScript(type) ? 0 : comment);
    }

    private static bool IsScript(string? type) =>
        type is null || type.Equals("module", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(Languages, language => type.Contains(language, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("<(?=/script)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndTag();

    [GeneratedRegex("<(?=script)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartTag();
}
