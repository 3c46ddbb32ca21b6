namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>The entries of the catalogue, against what the vendors' own SDKs did in a browser.</summary>
public class CatalogueTests(Lab lab)
{
    public static TheoryData<string> Sdks => [.. Sdk.Chosen.Select(sdk => sdk.Name)];

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task Nothing_runs_or_is_stored_without_a_grant(string sdk) => None((await lab.FindingsAsync(sdk)).WithoutGrant);

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task The_entry_declares_all_that_is_stored_and_asked_for(string sdk)
    {
        var findings = await lab.FindingsAsync(sdk);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, findings.Seen));
        None(findings.Undeclared);
    }

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task A_withdrawal_leaves_nothing(string sdk) => None((await lab.FindingsAsync(sdk)).Left);

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task Marks_of_an_objection_stay(string sdk) => None((await lab.FindingsAsync(sdk)).Objections);

    // All of it, in full.
    private static void None(SortedSet<string> found) => Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
}
