using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Innovexus.Consent;

/// <summary>Code as the text of a script element, which it can neither end nor swallow.</summary>
internal static partial class InlineCode
{
    /// <summary>
    /// The code with an escape where HTML would read a tag. The escapes mean the same in a string, a template, a regular expression
    /// and JSON, the only places where code holds such text; all other code stays as it is.
    /// </summary>
    [return: NotNullIfNotNull(nameof(code))]
    public static string? Contained(string? code)
    {
        if (code is null)
        {
            return null;
        }

        var contained = EndTag().Replace(code, "<\\");
        // After "<!--" a "<script" makes the parser read past the element's own end.
        return contained.Contains("<!--", StringComparison.Ordinal) ? StartTag().Replace(contained, "\\u003C") : contained;
    }

    [GeneratedRegex("<(?=/script)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndTag();

    [GeneratedRegex("<(?=script)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartTag();
}
