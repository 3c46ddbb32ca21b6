using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent.Tests;

public class ConsentRouteViewTests : BunitContext
{
    [Fact]
    public async Task Guarded_page_follows_the_choice_and_its_refusal_stands_in_its_layout()
    {
        var consent = new FakeConsent(Decisions.Evaluate(null));
        new FakePage { Consent = consent }.In(this);

        var view = View<Guarded>();
        Assert.Equal("own layout", view.Find("header").TextContent);
        Assert.Contains("which you have not allowed yet", view.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("behind the guard", view.Markup, StringComparison.Ordinal);

        await view.InvokeAsync(() => consent.ChangeAsync(Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("analytics")))));
        Assert.Contains("behind the guard", view.Markup, StringComparison.Ordinal);
        Assert.Equal("own layout", view.Find("header").TextContent);

        await view.InvokeAsync(() => consent.ChangeAsync(Decisions.Evaluate(Decisions.Decide(ConsentChoice.RejectAll))));
        Assert.Contains("which you have turned off", view.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("behind the guard", view.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analytics", false)]
    [InlineData("functional", false)]
    [InlineData("analytics functional", true)]
    public void Every_id_counts(string granted, bool shown)
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only(granted.Split(' ')))) }.In(this);

        Assert.Equal(shown, View<TwiceGuarded>().Markup.Contains("behind two guards", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_a_guard_is_shown_as_always()
    {
        new FakePage().In(this);

        Assert.Contains("free", View<Free>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_instead_and_what_shows_the_page_can_be_the_sites_own()
    {
        new FakePage().In(this);
        var route = new RouteData(typeof(Guarded), new Dictionary<string, object?>());

        var refused = Render<ConsentRouteView>(parameters => parameters.Add(view => view.RouteData, route).Add(view => view.Denied, ids => $"<i>{string.Join(' ', ids)}</i>"));
        Assert.Equal("analytics", refused.Find("i").TextContent);

        var free = Render<ConsentRouteView>(parameters => parameters
            .Add(view => view.RouteData, new RouteData(typeof(Free), new Dictionary<string, object?>())).AddChildContent("<i>by another view</i>"));
        Assert.Equal("by another view", free.Find("i").TextContent);
    }

    [Fact]
    public void A_locked_id_is_explained_and_offers_no_button()
    {
        new FakePage { State = Decisions.Evaluate(null, facts: new() { Age = AgeSignal.Under13 }) }.In(this);

        var required = Render<ConsentRequired>(parameters => parameters.Add(each => each.Ids, ["analytics"]));

        Assert.Contains("stays off", required.Markup, StringComparison.Ordinal);
        Assert.Empty(required.FindAll("button"));
    }

    private IRenderedComponent<ConsentRouteView> View<T>() => Render<ConsentRouteView>(parameters => parameters
        .Add(view => view.RouteData, new RouteData(typeof(T), new Dictionary<string, object?>())));

    private sealed class OwnLayout : LayoutComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<header>own layout</header>");
            builder.AddContent(1, Body);
        }
    }

    private class Text(string text) : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, text);
    }

    [Layout(typeof(OwnLayout))]
    [RequireConsent("analytics")]
    private sealed class Guarded() : Text("behind the guard");

    [RequireConsent("analytics")]
    [RequireConsent("functional")]
    private sealed class TwiceGuarded() : Text("behind two guards");

    private sealed class Free() : Text("free");
}
