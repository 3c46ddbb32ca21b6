using System.Text.RegularExpressions;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>A package that a fact of the catalogue comes from, in the version that was looked at.</summary>
internal sealed partial record MeasuredPackage(string Name, string Version)
{
    /// <summary>Those that the text of a source names: measured, or read.</summary>
    public static IEnumerable<MeasuredPackage> In(string source) =>
        source.StartsWith("measured: ", StringComparison.Ordinal) || source.StartsWith("npm ", StringComparison.Ordinal)
            ? Package().Matches(source).Select(package => new MeasuredPackage(package.Groups["name"].Value, package.Groups["version"].Value))
            : [];

    // Chromium, which measured, has no second number; what comes from Git is no package.
    [GeneratedRegex(@"(?<name>@?[a-z][\w./-]*) (?<version>\d+\.\d+[\w.-]*)(?![\w.-]| \(git)", RegexOptions.None)]
    private static partial Regex Package();
}
