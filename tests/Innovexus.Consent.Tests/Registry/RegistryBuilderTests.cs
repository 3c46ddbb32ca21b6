namespace Innovexus.Consent.Tests;

public class RegistryBuilderTests
{
    [Fact]
    public void Own_categories_are_ordered_among_the_built_in_ones()
    {
        var registry = Registries.Build(options => options.Registry.DeclareCategory("research", category =>
        {
            category.Name = "Research";
            category.Order = 15;
        }));

        Assert.Equal(["necessary", "functional", "research", "analytics", "marketing"], registry.Categories.Select(category => category.Id));
    }

    [Theory]
    [InlineData(VendorRole.ThirdParty, true)]
    [InlineData(VendorRole.JointController, true)]
    [InlineData(VendorRole.Processor, false)]
    [InlineData(VendorRole.FirstParty, false)]
    public void Sale_or_share_follows_from_the_role_unless_it_is_said(VendorRole role, bool expected)
    {
        var registry = Registries.Build(options =>
        {
            Registries.Vendor(options, "one", "marketing", role);
            Registries.Vendor(options, "two", "marketing", role, vendor => vendor.SaleOrShare = !expected);
        });

        Assert.Equal([expected, !expected], registry.Vendors.Where(vendor => vendor.Category == "marketing").Select(vendor => vendor.SaleOrShare));
    }

    [Theory]
    [InlineData("consent")]
    [InlineData("necessary")]
    public void Reserved_ids_are_refused_for_vendors(string id)
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options => Registries.Vendor(options, id, "analytics")));

        Assert.Equal($"Vendors:{id}", exception.Problems[0].Path);
    }

    [Fact]
    public void Empty_texts_of_categories_are_refused_for_built_in_ones_too()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            options.Registry.DeclareCategory("analytics", category => category.Name = " ");
            options.Registry.DeclareCategory("research", category => (category.Name, category.Purpose) = ("Research", ""));
        }));

        Assert.Equal(["Categories:analytics:Name", "Categories:research:Purpose"], exception.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Two_switches_of_one_name_are_a_problem()
    {
        var problems = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            options.Registry.DeclareCategory("more-stats", category => category.Name = "analytics ");
            Registries.Vendor(options, "one", "marketing", configure: vendor => vendor.Name = "Acme");
            Registries.Vendor(options, "two", "marketing", configure: vendor => vendor.Name = "ACME");
            Registries.Vendor(options, "three", "functional", configure: vendor => vendor.Name = "Acme");
        })).Problems;

        Assert.Equal(["Categories:more-stats:Name", "Vendors:two:Name"], problems.Select(problem => problem.Path));
        Assert.Contains("'one' and 'two' have the same name", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_categories_than_the_cookie_holds_stop_start_up()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Large(80, 80));

        Assert.Contains("too many categories for the decision cookie", exception.Message, StringComparison.Ordinal);
    }
}
