namespace Innovexus.Consent.Vendors.Tests;

/// <summary>
/// Whether the catalogue is still up to date. The explicit ones are reports, of which a person decides what is right:
/// dotnet run --project tests/Innovexus.Consent.Vendors.Tests -- -class "*FreshnessTests" -explicit only -showLiveOutput.
/// </summary>
public class FreshnessTests
{
    private const int Shown = 60;

    private static readonly EntryFile Shop = EntryFile.Parse("shop", """{ "origins": { "Script": ["https://cdn.shop.example"], "Connect": ["https://*.api.shop.example", "wss://live.shop.example"] } }""");

    [Fact]
    public void A_list_of_companies_is_read()
    {
        var company = Assert.Single(KnownCompany.Read("""[{ "name": "Shop", "company": "Shop Ltd", "category": "utility", "domains": ["*.shop.example", "shop-cdn.example"], "examples": [], "totalExecutionTime": 5, "totalOccurrences": 7 }]"""));

        Assert.Equal(("Shop", "utility", 7), (company.Name, company.Category, company.Pages));
        Assert.Equal(["*.shop.example", "shop-cdn.example"], company.Domains);
    }

    [Theory]
    [InlineData("*.shop.example", null)]
    [InlineData("live.shop.example", null)]
    [InlineData("eu.api.shop.example", null)]
    [InlineData("cdn.shop.example,shop-cdn.example", "shop: Shop also has shop-cdn.example")]
    [InlineData("unshop.example", null)]
    public void A_host_that_an_entry_lacks_is_proposed_where_it_shares_another(string domains, string? proposal) =>
        Assert.Equal(proposal, HostProposals.Missing([Shop], [new("Shop", "utility", domains.Split(','), 1)]).SingleOrDefault());

    [Fact]
    public void Companies_without_an_entry_are_proposed_the_most_met_first() =>
        Assert.Equal(
            ["Many (ad, 9 pages): *.many.example", "Few (ad, 2 pages): few.example"],
            HostProposals.Unknown([Shop], [new("Few", "ad", ["few.example"], 2), new("Shop", "utility", ["*.shop.example"], 5), new("Many", "ad", ["*.many.example"], 9)]));

    [Theory]
    [InlineData("measured: clarity-js 0.8.70 and @microsoft/clarity 1.0.2 in Chromium 156", "clarity-js 0.8.70, @microsoft/clarity 1.0.2")]
    [InlineData("measured: logrocket 12.4.0 (loader only) in Chromium 156", "logrocket 12.4.0")]
    [InlineData("measured: matomo 5.2.0-b5 (git f09912cb70) in Chromium 156", "")]
    [InlineData("npm third-party-web 0.30.0, dist/entities.json", "third-party-web 0.30.0")]
    [InlineData("Open Cookie Database 0ee5a17", "")]
    public void The_packages_of_a_source_are_found(string source, string packages) =>
        Assert.Equal(packages, string.Join(", ", MeasuredPackage.In(source).Select(package => $"{package.Name} {package.Version}")));

    [Fact(Explicit = true)]
    public void Report_what_was_not_looked_at_for_a_year()
    {
        var before = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(-1);
        Tell("Older than a year", EntryFile.All.SelectMany(file => file.Items("sources").Where(source => EntryRules.Date(source) < before)
            .Select(source => $"{file.Id}: {string.Join(", ", source.GetProperty("facts").EnumerateArray())} of {source.GetProperty("date")} from {source.GetProperty("source")}")));
    }

    [Fact(Explicit = true)]
    public async Task Propose_what_a_list_of_companies_knows()
    {
        var folder = Directory.CreateTempSubdirectory("freshness").FullName;
        await Npm.InstallAsync("third-party-web", folder);
        var companies = KnownCompany.Read(await File.ReadAllTextAsync(Path.Combine(folder, "node_modules", "third-party-web", "dist", "entities.json"), TestContext.Current.CancellationToken));
        Directory.Delete(folder, recursive: true);

        Tell("Hosts that entries lack", HostProposals.Missing(EntryFile.All, companies));
        Tell($"Companies without an entry, the {Shown} that were met most", HostProposals.Unknown(EntryFile.All, companies).Take(Shown));
    }

    [Fact(Explicit = true)]
    public async Task Propose_to_look_at_newer_versions()
    {
        var looked = EntryFile.All.SelectMany(file => file.Items("sources").SelectMany(source => MeasuredPackage.In(source.Text("source")!)).Select(package => (package, file.Id)))
            .GroupBy(found => found.package, found => found.Id).ToArray();
        var told = new List<string>();
        foreach (var entries in looked)
        {
            if (await Npm.NewestAsync(entries.Key.Name) is var newest && newest != entries.Key.Version)
            {
                told.Add($"{entries.Key.Name} {entries.Key.Version} is {newest} now: {string.Join(", ", entries.Distinct())}");
            }
        }

        Tell($"Newer versions, of {looked.Length} packages", told);
    }

    private static void Tell(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        TestContext.Current.TestOutputHelper?.WriteLine($"{title}: {all.Length}\n{string.Concat(all.Select(line => $"  {line}\n"))}");
    }
}
