using System.Text;
using System.Text.RegularExpressions;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Writes the rules of plural forms, from CLDR: for whole numbers, which is all that the library counts.</summary>
internal static partial class GeneratedPluralRules
{
    /// <summary>Where they are checked in.</summary>
    public static readonly string Path = System.IO.Path.Combine(Cldr.Texts, "Generated", "PluralRules.cs");

    public static string Write()
    {
        var all = Cldr.Plurals();
        var groups = Cldr.Languages
            .GroupBy(language => Rule(all.GetProperty(all.TryGetProperty(Cldr.NameOf(language), out _) ? Cldr.NameOf(language) : language.Split('-')[0])), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0);
        var text = new StringBuilder("""
            // From CLDR 48.2, by GeneratedPluralRules in the browser tests: do not edit. See THIRD-PARTY-NOTICES.md.
            namespace Innovexus.Consent;

            /// <summary>Which of a language's plural forms goes with a whole number.</summary>
            internal static class PluralRules
            {
                /// <summary>The name that CLDR gives the form: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
                public static string FormOf(string language, int n) => language switch
                {

            """);
        foreach (var group in groups)
        {
            text.Append("        \"").AppendJoin("\" or \"", group).Append("\" => ").Append(group.Key).Append("\"other\",\n");
        }

        return text.Append("        _ => \"other\",\n    };\n}\n").ToString();
    }

    private static string Rule(System.Text.Json.JsonElement rules)
    {
        var text = new StringBuilder();
        foreach (var rule in rules.EnumerateObject())
        {
            var form = rule.Name["pluralRule-count-".Length..];
            var condition = Condition(rule.Value.GetString()!.Split('@')[0].Trim());
            if (form != "other" && condition.Length > 0)
            {
                text.Append(condition).Append(" ? \"").Append(form).Append("\" : ");
            }
        }

        return text.ToString();
    }

    // Of a whole number n = i, and v, w, f, t, c and e are 0.
    private static string Condition(string rule)
    {
        var either = new List<string>();
        foreach (var all in rule.Split(" or "))
        {
            var terms = all.Split(" and ").Select(Term).ToArray();
            if (!terms.Contains("false"))
            {
                either.Add(string.Join(" && ", terms.Where(term => term != "true")));
            }
        }

        return string.Join(" || ", either);
    }

    private static string Term(string relation)
    {
        var parts = Relation().Match(relation);
        var (operand, modulus, equal, ranges) = (parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[3].Value == "=", parts.Groups[4].Value.Split(','));
        if (operand is not ("n" or "i"))
        {
            return ranges.Any(range => range.Split("..")[0] == "0") == equal ? "true" : "false";
        }

        var value = modulus.Length == 0 ? "n" : $"n % {modulus}";
        var pattern = string.Join(" or ", ranges.Select(range => range.Split("..") is [var from, var to] ? $"(>= {from} and <= {to})" : range));
        return $"{value} is {(equal ? pattern : $"not ({pattern})")}";
    }

    [GeneratedRegex("^([nivwftce])(?: % ([0-9]+))? (=|!=) ([0-9.,]+)$")]
    private static partial Regex Relation();
}
