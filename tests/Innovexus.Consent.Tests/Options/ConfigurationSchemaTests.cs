using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent.Tests;

public class ConfigurationSchemaTests
{
    private static readonly JsonElement Section = JsonDocument.Parse(File.ReadAllText(Repository.Path("src", "Innovexus.Consent", "ConfigurationSchema.json")))
        .RootElement.GetProperty("properties").GetProperty("Consent");

    public static TheoryData<string, string> Levels => new()
    {
        { "", "" },
        { "Controller", "Controller" },
        { "Categories:x", "Categories/*" },
        { "Vendors:x", "Vendors/*" },
        { "Vendors:x:Events", "Vendors/*/Events" },
        { "Vendors:x:PageView", "Vendors/*/PageView" },
        { "Vendors:x:Cookies:y", "Vendors/*/Cookies/*" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Schema_and_reader_know_the_same_settings(string path, string schemaPath)
    {
        var options = new ConsentOptions();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new(string.Join(':', new[] { "Consent", path, "Mistyped" }.Where(part => part.Length > 0)), "x")]).Build();
        new ConsentSectionReader(options, configuration.GetSection("Consent"), new(null)).Read();
        var known = options.Registry.Problems.Single(problem => problem.Message.Contains("Known are: ", StringComparison.Ordinal)).Message.Split("Known are: ")[1].TrimEnd('.').Split(", ");

        var schema = schemaPath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Section, (level, name) => name == "*" ? level.GetProperty("additionalProperties") : level.GetProperty("properties").GetProperty(name));

        // The schema is one for all hosts.
        Assert.Equal((path.Length == 0 ? known.Concat(ServerSettings.Names) : known).Order(StringComparer.Ordinal), schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.All(schema.GetProperty("properties").EnumerateObject(), property => Assert.NotEmpty(property.Value.GetProperty("description").GetString()!));
    }

    [Fact]
    public void Schema_lists_every_role_kind_and_use()
    {
        var vendor = Section.GetProperty("properties").GetProperty("Vendors").GetProperty("additionalProperties").GetProperty("properties");

        Assert.Equal(Enum.GetNames<VendorRole>(), Names(vendor.GetProperty("Role")));
        Assert.Equal(Enum.GetNames<StorageKind>(), Names(vendor.GetProperty("Cookies").GetProperty("additionalProperties").GetProperty("properties").GetProperty("Kind")));
        Assert.Equal(Enum.GetNames<VendorPageViews>(), Names(vendor.GetProperty("PageViews")));
        Assert.Equal(Enum.GetNames<SignalForm>().Except(["Set"]), Names(vendor.GetProperty("Events").GetProperty("properties").GetProperty("Form")));
        Assert.Equal(
            Enum.GetNames<VendorUses>().Skip(1),
            vendor.GetProperty("Origins").GetProperty("properties").EnumerateObject().Select(property => property.Name));

        static IEnumerable<string?> Names(JsonElement property) => property.GetProperty("enum").EnumerateArray().Select(name => name.GetString());
    }
}
