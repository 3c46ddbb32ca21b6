using System.Text.Json;
using System.Text.RegularExpressions;

namespace Innovexus.Consent;

/// <summary>What a vendor's scripts need to know of the site.</summary>
/// <param name="Name">Its name, such as <c>measurementId</c>.</param>
/// <param name="Pattern">A regular expression for its values.</param>
/// <param name="Example">A value of that form.</param>
/// <param name="About">Where a site finds its own value.</param>
internal sealed record EntryParameter(string Name, string Pattern, string Example, string About)
{
    public static EntryParameter Read(JsonElement json) => new(json.Text("name")!, json.Text("pattern")!, json.Text("example")!, json.Text("about")!);

    public bool Admits(string value) => Regex.IsMatch(value, Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
