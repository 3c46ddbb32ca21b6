namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What a list of companies suggests for the catalogue. A person decides: companies are split and joined differently there.</summary>
internal static class HostProposals
{
    /// <summary>The hosts of companies that share one with an entry, which no entry has.</summary>
    public static IEnumerable<string> Missing(IReadOnlyList<EntryFile> files, IReadOnlyList<KnownCompany> companies)
    {
        var all = files.SelectMany(Hosts).ToHashSet(StringComparer.Ordinal);
        foreach (var company in companies)
        {
            string[] missing = [.. company.Domains.Where(domain => !all.Any(host => Meet(host, domain)))];
            string[] owners = missing.Length == 0 ? [] : [.. files.Where(file => Hosts(file).Any(host => company.Domains.Any(domain => Meet(host, domain)))).Select(file => file.Id)];
            if (owners.Length > 0)
            {
                yield return $"{string.Join(", ", owners)}: {company.Name} also has {string.Join(", ", missing)}";
            }
        }
    }

    /// <summary>The companies of which no entry has a host, beginning with those that were met most.</summary>
    public static IEnumerable<string> Unknown(IReadOnlyList<EntryFile> files, IReadOnlyList<KnownCompany> companies)
    {
        var all = files.SelectMany(Hosts).ToHashSet(StringComparer.Ordinal);
        return companies.Where(company => !company.Domains.Any(domain => all.Any(host => Meet(host, domain)))).OrderByDescending(company => company.Pages)
            .Select(company => $"{company.Name} ({company.Category}, {company.Pages} pages): {string.Join(", ", company.Domains.Take(4))}");
    }

    // Of scripts, frames and all else, without the scheme.
    private static IEnumerable<string> Hosts(EntryFile file) => file.Json.TryGetProperty("origins", out var uses)
        ? uses.EnumerateObject().SelectMany(use => use.Value.EnumerateArray()).Select(origin => origin.GetString()!.Split("://")[1]).Distinct()
        : [];

    // One is within the other. Who names a host narrows a domain down on purpose.
    private static bool Meet(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(string host, string domain) =>
        host == domain || (domain.StartsWith("*.", StringComparison.Ordinal) && (host == domain[2..] || host.EndsWith(domain[1..], StringComparison.Ordinal)));
}
