using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace Innovexus.Consent.Tests;

/// <summary>What belongs to the page as a whole does not stand in an interactive tree.</summary>
public class ConsentComponentBaseTests : BunitContext
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Head_and_banner_render_nothing_in_an_interactive_tree_and_say_where_they_belong(bool prerendered)
    {
        var page = new FakePage().In(this);
        if (!prerendered)
        {
            SetRendererInfo(new("Server", isInteractive: true));
        }

        var head = Render<ConsentHead>(parameters => SetMode(parameters, prerendered));
        var banner = Render<ConsentBanner>(parameters => SetMode(parameters, prerendered));

        Assert.Equal("", head.Markup);
        Assert.Equal("", banner.Markup.Trim());
        Assert.Contains(page.Mistakes, mistake => mistake.StartsWith("ConsentHead", StringComparison.Ordinal) && mistake.Contains("App.razor, in <head> after <ImportMap />", StringComparison.Ordinal));
        Assert.Contains(page.Mistakes, mistake => mistake.StartsWith("ConsentBanner", StringComparison.Ordinal) && mistake.Contains("App.razor, as the first child of <body>", StringComparison.Ordinal));
    }

    [Fact]
    public void In_development_the_page_says_so_too()
    {
        new FakePage { Development = true }.In(this);
        SetRendererInfo(new("WebAssembly", isInteractive: true));

        Assert.Contains("Place it in App.razor", Render<ConsentBanner>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static void SetMode<T>(ComponentParameterCollectionBuilder<T> parameters, bool prerendered)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        if (prerendered)
        {
            parameters.SetAssignedRenderMode(RenderMode.InteractiveServer);
        }
    }
}
