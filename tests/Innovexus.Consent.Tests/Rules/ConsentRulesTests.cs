namespace Innovexus.Consent.Tests;

public class ConsentRulesTests
{
    private static readonly ConsentRegistry Registry = Registries.Site;

    [Theory]
    [InlineData("DE", "OptIn OptIn OptIn OptIn")]
    [InlineData("NO", "OptIn OptIn OptIn OptIn")]
    [InlineData("GB", "OptIn OptIn OptIn OptIn")]
    [InlineData("CH", "OptOut OptOut OptIn OptIn")]
    [InlineData("BR", "OptIn OptIn OptIn OptIn")]
    [InlineData("CA", "OptIn OptIn OptIn OptIn")]
    [InlineData("CA-ZZ", "OptIn OptIn OptIn OptIn")]
    [InlineData("CA-ON", "OptOut OptOut OptOut OptOut")]
    [InlineData("CA-QC", "OptIn OptIn OptIn OptIn")]
    [InlineData("qc", "OptIn OptIn OptIn OptIn")]
    [InlineData("US-CA", "OptOut OptOut OptOut OptOut")]
    [InlineData("US-WY", "OptOut OptOut OptOut OptOut")]
    [InlineData("US", "OptOut OptOut OptOut OptOut")]
    [InlineData("JP", "OptIn OptIn OptIn OptIn")]
    [InlineData("nonsense", "OptIn OptIn OptIn OptIn")]
    [InlineData(null, "OptIn OptIn OptIn OptIn")]
    public void Table(string? region, string models) => Assert.Equal(models, Models(new ConsentRules(), region));

    [Fact]
    public void Every_region_stands_in_one_row_with_its_source_and_every_state_of_the_union_is_there()
    {
        var regions = RegionTable.Rows.SelectMany(row => row.Regions.Split(' ')).ToArray();

        Assert.Equal(regions.Distinct(), regions);
        Assert.All(regions, region => Assert.Equal(region, RegionCode.Normalize(region)));
        Assert.All(RegionTable.Rows, row => Assert.True(row.Source.Length > 10));
        Assert.Equal(27, RegionTable.Rows[0].Regions.Split(' ').Length);
        Assert.Equal(20, regions.Count(region => region.StartsWith("US-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Single_cells_are_overridden_and_the_more_specific_region_wins()
    {
        var rules = Rules(options => options
            .SetModel("GB", "analytics", ConsentModel.ExemptWithObjection)
            .SetModel("US", "marketing", ConsentModel.OptIn)
            .SetModel("us-ca", "marketing", ConsentModel.OptOut)
            .SetModel("FR", "research", ConsentModel.NoticeOnly));

        Assert.Equal("OptIn ExemptWithObjection OptIn OptIn", Models(rules, "UK"));
        Assert.Equal("OptOut OptOut OptIn OptOut", Models(rules, "US-TX"));
        Assert.Equal("OptOut OptOut OptOut OptOut", Models(rules, "US-CA"));
        Assert.Equal("OptIn OptIn OptIn NoticeOnly", Models(rules, "FR"));
        Assert.Equal("OptIn OptIn OptIn OptIn", Models(rules, null));
    }

    [Fact]
    public void Strictest_everywhere_leaves_only_what_is_set()
    {
        var rules = Rules(options =>
        {
            options.StrictestEverywhere = true;
            options.SetModel("US-CA", "analytics", ConsentModel.OptOut);
        });

        Assert.Equal("OptIn OptIn OptIn OptIn", Models(rules, "US-TX"));
        Assert.Equal("OptIn OptOut OptIn OptIn", Models(rules, "US-CA"));
        Assert.Equal(ConsentModel.Exempt, rules.GetModel("US-TX", Category("necessary")));
    }

    [Fact]
    public void A_decision_lasts_as_long_as_its_region_says()
    {
        var rules = Rules(options => options.SetLifetime("FR", TimeSpan.FromDays(90)).SetLifetime("US-CA", TimeSpan.FromDays(365)));

        Assert.Equal(90, rules.GetLifetime("FR-IDF").TotalDays);
        Assert.Equal(182, rules.GetLifetime("US-TX").TotalDays);
        Assert.Equal(365, rules.GetLifetime("us-ca").TotalDays);
        Assert.Equal(182, rules.GetLifetime(null).TotalDays);
    }

    [Fact]
    public void Mistakes_are_all_reported_with_their_fix()
    {
        var problems = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            Registries.Declare(options);
            options.Rules
                .SetModel("EU", "analytics", ConsentModel.OptOut)
                .SetModel("DEE", "analytics", ConsentModel.OptOut)
                .SetModel("DE", "analitics", ConsentModel.OptOut)
                .SetModel("DE", "necessary", ConsentModel.OptIn)
                .SetLifetime("FR", TimeSpan.FromDays(500));
            options.Rules.ExternalPrecedence = (ConsentPrecedence)7;
        })).Message;

        foreach (var fix in new[] { "'EU' is not an ISO 3166 region", "'DEE' is no region. Did you mean 'DE'?", "Did you mean 'analytics'?", "'necessary' is always on", "A decision cannot last 500 days",
            "There is no rule 7. Use one of: Newest, RefusalFirst, ExternalFirst" })
        {
            Assert.Contains(fix, problems, StringComparison.Ordinal);
        }
    }

    private static ConsentRules Rules(Action<ConsentRulesOptions> configure)
    {
        var options = new ConsentRulesOptions();
        configure(options);
        return new(null, options);
    }

    private static ConsentCategory Category(string id) => Registry.Categories.Single(category => category.Id == id);

    private static string Models(ConsentRules rules, string? region) =>
        string.Join(' ', new[] { "functional", "analytics", "marketing", "research" }.Select(id => rules.GetModel(region, Category(id))));
}
