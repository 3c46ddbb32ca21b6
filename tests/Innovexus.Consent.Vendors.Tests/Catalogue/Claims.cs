using System.Text.Json;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Which entries claim what is stored on a site.</summary>
internal static class Claims
{
    /// <summary>What two entries claim without both saying that they share it.</summary>
    public static IEnumerable<string> Contradictions(IReadOnlyList<EntryFile> files)
    {
        Claim[] claims = [.. files.SelectMany(file => file.Items("stores").Where(store => !store.TryGetProperty("domain", out _)).Select(store => Claim.Of(file.Id, store)))];
        for (var i = 0; i < claims.Length; i++)
        {
            for (var j = i + 1; j < claims.Length; j++)
            {
                var (one, other) = (claims[i], claims[j]);
                if (one.Id != other.Id && one.IsSameAs(other) && !(one.SharedWith.Contains(other.Id) && other.SharedWith.Contains(one.Id)))
                {
                    yield return $"{one.Name} of {one.Id} and {other.Name} of {other.Id}: both need sharedWith";
                }
            }
        }
    }

    private sealed record Claim(string Id, string Kind, string Name, string Example, string[] SharedWith)
    {
        public static Claim Of(string id, JsonElement store) => new(
            id,
            store.Text("kind") ?? "Cookie",
            store.Text("name")!,
            store.Text("example") ?? store.Text("name")!,
            store.TryGetProperty("sharedWith", out var shared) ? [.. shared.EnumerateArray().Select(other => other.GetString()!)] : []);

        public bool IsSameAs(Claim other) =>
            Kind == other.Kind && (CookiePattern.Matches(Name, other.Example) || CookiePattern.Matches(other.Name, Example));
    }
}
