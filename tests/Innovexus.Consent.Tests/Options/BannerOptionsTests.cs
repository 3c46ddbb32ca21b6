using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

public class BannerOptionsTests
{
    [Theory]
    [InlineData(BannerLayout.Bar, null, "ic-banner-bar")]
    [InlineData(BannerLayout.Bar, BannerPosition.Top, "ic-banner-bar ic-banner-top")]
    [InlineData(BannerLayout.Box, null, "ic-banner-box ic-banner-start")]
    [InlineData(BannerLayout.Box, BannerPosition.BottomEnd, "ic-banner-box ic-banner-end")]
    [InlineData(BannerLayout.Card, null, "ic-banner-card")]
    public void Layout_and_position_are_classes(BannerLayout layout, BannerPosition? position, string classes)
    {
        Assert.Equal(classes, BannerLook.Find(new() { Layout = layout, Position = position })?.Classes);
        Assert.Empty(Problems(layout, position));
    }

    [Fact]
    public void A_bar_at_the_bottom_is_the_default() => Assert.Equal(BannerLook.Default, BannerLook.Find(new()));

    [Theory]
    [InlineData(BannerLayout.Bar, BannerPosition.BottomStart, "Consent:Banner:Position", "A Bar cannot stand at BottomStart. Use one of: Bottom, Top.")]
    [InlineData(BannerLayout.Box, BannerPosition.Top, "Consent:Banner:Position", "A Box cannot stand at Top. Use one of: BottomStart, BottomEnd.")]
    [InlineData(BannerLayout.Card, BannerPosition.Bottom, "Consent:Banner:Position", "A Card stands in the middle and has no position. Remove the setting.")]
    [InlineData((BannerLayout)7, null, "Consent:Banner:Layout", "There is no layout 7. Use one of: Bar, Box, Card.")]
    public void What_does_not_go_together_is_reported_with_the_choices(BannerLayout layout, BannerPosition? position, string path, string message)
    {
        var problem = Assert.Single(Problems(layout, position));

        Assert.Equal((path, message), (problem.Path, problem.Message));
    }

    [Fact]
    public void Section_names_layout_and_position()
    {
        var options = Sections.Provider("""
            { "Consent": { "Controller": { "Name": "Innovexus" }, "PrivacyPolicyPath": "/privacy", "Banner": { "Layout": "box", "Position": "BottomEnd" } } }
            """).GetRequiredService<Microsoft.Extensions.Options.IOptions<ConsentOptions>>().Value;

        Assert.Equal((BannerLayout.Box, BannerPosition.BottomEnd), (options.Banner.Layout, options.Banner.Position));
    }

    private static List<ConsentProblem> Problems(BannerLayout layout, BannerPosition? position)
    {
        var options = new ConsentOptions();
        (options.Banner.Layout, options.Banner.Position) = (layout, position);
        var problems = new List<ConsentProblem>();
        BannerCheck.Check(options, problems);
        return problems;
    }
}
