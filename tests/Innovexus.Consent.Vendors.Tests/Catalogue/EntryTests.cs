using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>The data.</summary>
public class EntryTests
{
    public static TheoryData<string> Ids => [.. EntryFile.All.Select(file => file.Id)];

    [Fact]
    public void Every_file_is_in_the_package_and_nothing_else_is() => Assert.Equal(EntryFile.All.Select(file => file.Id), VendorCatalogue.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_entry_keeps_to_the_rules(string id) => Assert.Empty(EntryRules.Problems(EntryFile.All.Single(file => file.Id == id)));

    [Fact]
    public void No_two_entries_claim_one_item_without_saying_so() => Assert.Empty(Claims.Contradictions(EntryFile.All));

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_entry_alone_makes_a_registry_without_a_problem(string id)
    {
        var vendor = Declared.Vendor(id);

        Assert.Equal(id, vendor.Id);
        Assert.Equal(EntryFile.All.Single(file => file.Id == id).Items("stores").Count(), vendor.Cookies.Count);
        Assert.Equal(EntryFile.All.Single(file => file.Id == id).Items("scripts").Count(), vendor.Scripts.Count);
    }

    [Fact]
    public void All_entries_together_make_a_registry_without_a_problem() =>
        Assert.Equal(VendorCatalogue.Ids.Count, Declared.Registry(consent => VendorCatalogue.Ids.ToList().ForEach(id => consent.AddVendorFromCatalogue(id, Declared.Examples(id)))).Vendors.Count(vendor => VendorCatalogue.Ids.Contains(vendor.Id)));

    // For editors; it is not in the package.
    [Fact]
    public void The_schema_knows_what_the_rules_know()
    {
        var schema = EntryFile.Parse("schema", File.ReadAllText(Path.Combine(EntryFile.Folder, "schema.json"))).Json;

        Assert.Equal(EntryRules.Keys, schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(EntryRules.Required, schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!));
        Assert.DoesNotContain("schema", VendorCatalogue.Ids);
    }

    // The rules themselves: each of these is one of an entry's mistakes.
    [Theory]
    [InlineData("""{ "name": "A", "id": "a" }""", "keys out of order")]
    [InlineData("""{ "id": "b" }""", "id")]
    [InlineData("""{ "id": "a", "colour": 1 }""", "unknown key colour")]
    [InlineData("""{ "id": "a", "category": "ads" }""", "category")]
    [InlineData("""{ "id": "a", "countries": ["EU"] }""", "country EU")]
    [InlineData("""{ "id": "a", "origins": { "Script": ["https://a.example/path"] } }""", "origin https://a.example/path")]
    [InlineData("""{ "id": "a", "origins": { "Scripts": [] } }""", "use Scripts")]
    [InlineData("""{ "id": "a", "stores": [{ "name": "a", "purpose": "p", "days": 401 }] }""", "a: days")]
    [InlineData("""{ "id": "a", "stores": [{ "name": "a", "purpose": "p", "kind": "LocalStorage", "days": 1 }] }""", "a: duration")]
    [InlineData("""{ "id": "a", "stores": [{ "name": "abc*", "purpose": "p", "example": "b" }] }""", "abc*: example")]
    [InlineData("""{ "id": "a", "stores": [{ "name": "_*", "purpose": "p", "example": "_a" }] }""", "_*: too wide")]
    [InlineData("""{ "id": "a", "parameters": [{ "name": "p", "pattern": "^[0-9]$", "example": "x", "about": "a" }] }""", "p: example")]
    [InlineData("""{ "id": "a", "scripts": [{ "src": "https://a.example/{p}" }] }""", "unknown {p}")]
    [InlineData("""{ "id": "a", "signals": [{ "when": "Before", "form": "Call", "target": "a", "arguments": [] }] }""", "signal: Before cannot be a call")]
    [InlineData("""{ "id": "a", "stores": [{ "name": "a", "purpose": "p" }] }""", "no source for stores")]
    [InlineData("""{ "id": "a", "sources": [{ "facts": [], "source": "s", "date": "2026" }] }""", "source: source and date")]
    public void A_mistake_in_an_entry_is_found(string text, string problem) => Assert.Contains(problem, EntryRules.Problems(EntryFile.Parse("a", text)));

    [Fact]
    public void A_claim_that_only_one_of_two_shares_is_found()
    {
        var one = EntryFile.Parse("one", """{ "stores": [{ "name": "_x_*", "example": "_x_1", "purpose": "p", "sharedWith": ["other"] }] }""");
        var other = EntryFile.Parse("other", """{ "stores": [{ "name": "_x_1", "purpose": "p" }] }""");

        Assert.Single(Claims.Contradictions([one, other]));
    }
}
