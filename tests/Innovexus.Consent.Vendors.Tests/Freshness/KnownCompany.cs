using System.Text.Json;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Who was met on many sites, and from where it was fetched, as npm's third-party-web lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Category">What it is for.</param>
/// <param name="Domains">Its hosts: <c>cdn.example.com</c>, or <c>*.example.com</c> for a domain with all beneath it.</param>
/// <param name="Pages">On how many pages it was met.</param>
internal sealed record KnownCompany(string Name, string Category, IReadOnlyList<string> Domains, long Pages)
{
    /// <summary>Reads <c>dist/entities.json</c>.</summary>
    public static IReadOnlyList<KnownCompany> Read(string json)
    {
        using var companies = JsonDocument.Parse(json);
        return [.. companies.RootElement.EnumerateArray().Select(company => new KnownCompany(
            company.Text("name")!,
            company.Text("category") ?? "",
            [.. company.GetProperty("domains").EnumerateArray().Select(domain => domain.GetString()!)],
            company.TryGetProperty("totalOccurrences", out var pages) ? pages.GetInt64() : 0))];
    }
}
