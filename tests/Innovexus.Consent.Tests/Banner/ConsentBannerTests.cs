using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

public class ConsentBannerTests : BunitContext
{
    [Fact]
    public void Shows_three_buttons_of_one_form_and_no_checkbox()
    {
        new FakePage { Nonce = "abc" }.In(this);

        var banner = Render<ConsentBanner>();

        var form = banner.Find("[data-permanent=ic-root] > section > form[method=post]");
        Assert.Equal("/_ic/decision", form.GetAttribute("action"));
        Assert.Equal(["Accept all", "Reject all", "Manage"], form.QuerySelectorAll("button").Select(button => button.TextContent));
        Assert.Empty(banner.FindAll("input[type=checkbox]"));
        Assert.Contains("cookies", form.TextContent, StringComparison.Ordinal);
        Assert.Contains("Innovexus", form.TextContent, StringComparison.Ordinal);
        Assert.Equal("/privacy", form.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("/", form.QuerySelector("input[name=return]")!.GetAttribute("value"));
        Assert.Equal("abc", banner.Find("style").GetAttribute("nonce"));
    }

    [Fact]
    public void Search_engines_take_no_text_of_it_for_the_pages()
    {
        new FakePage { DuePolicy = new() { Id = "2026-11", Effective = new(2026, 11, 1), Summary = "We keep less.", Material = true } }.In(this);
        IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>[] components =
        [
            Render<ConsentBanner>(), Render<PolicyChangeNotice>(), Render<ConsentRequired>(parameters => parameters.Add(each => each.Ids, ["stats"])),
            Render<ConsentFrame>(parameters => parameters.Add(each => each.Consent, "chat").Add(each => each.Src, "https://chat.example/").Add(each => each.Title, "Talk to us")),
        ];

        foreach (var component in components)
        {
            var texts = component.FindAll("p, h2, button, a");
            Assert.NotEmpty(texts);
            // Search engines heed it on these elements and no others.
            Assert.All(texts, text => Assert.NotNull(text.Closest("div[data-nosnippet], span[data-nosnippet], section[data-nosnippet]")));
        }

        // What a page is for is its text.
        Assert.Empty(Render<ConsentPreferences>().FindAll("[data-nosnippet]"));
    }

    [Fact]
    public void Words_say_which_language_they_are_in()
    {
        new FakePage().In(this);

        // A reader's voice and a translator follow it, also on a page in another language (WCAG 3.1.2).
        Assert.Equal("en", Render<ConsentBanner>().Find("section").GetAttribute("lang"));
        Assert.Equal("en", Render<ConsentPreferences>().Find("form").GetAttribute("lang"));
    }

    [Fact]
    public void Where_an_account_is_involved_the_first_layer_and_the_preferences_say_so()
    {
        var registry = Registries.Build(options =>
        {
            options.HasExternalSource = true;
            Registries.Declare(options);
        });
        new FakePage { Registry = registry, State = Decisions.Evaluate(null, registry) }.In(this);

        Assert.Contains(ConsentTexts.Default.FollowsAccount, Render<ConsentBanner>().Find(".ic-banner").TextContent, StringComparison.Ordinal);
        Assert.Contains(ConsentTexts.Default.FollowsAccount, Render<ConsentPreferences>().Find("form").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_contradiction_is_told_beside_the_permanent_root_and_never_in_a_frame(bool framed)
    {
        new FakePage { Conflict = new(AccountPrecedence.Account, "mark"), Framed = framed, State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.RejectAll)) }.In(this);

        var told = Render<ConsentBanner>().FindAll("section[role=status]");

        Assert.Equal(framed ? 0 : 1, told.Count);
        foreach (var section in told)
        {
            Assert.StartsWith(ConsentTexts.Default.Conflict(AccountPrecedence.Account), section.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Equal("en", section.GetAttribute("lang"));
            Assert.Null(section.Closest("[data-permanent]"));
            Assert.True(section.QuerySelector("a")!.HasAttribute("data-ic-open"));
        }
    }

    [Fact]
    public void Style_in_the_page_is_the_first_part_of_the_sheet()
    {
        var style = BannerStyle.Of(File.ReadAllText(Repository.Path("src/Innovexus.Consent/Runtime/ic.css")));

        Assert.Contains(".ic-banner", style, StringComparison.Ordinal);
        Assert.DoesNotContain(".ic-dialog {", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Style_can_be_linked_instead()
    {
        new FakePage { InlineStyle = null }.In(this);

        var banner = Render<ConsentBanner>();

        Assert.Empty(banner.FindAll("style"));
        Assert.Equal("/_content/Innovexus.Consent/ic.css", banner.Find("link").GetAttribute("href"));
    }

    [Fact]
    public void Root_shows_nothing_once_decided()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.RejectAll)) }.In(this);

        Render<ConsentBanner>().MarkupMatches("""<div data-permanent="ic-root"><div class="ic ic-status" role="status"></div></div>""");
    }

    [Theory]
    [InlineData("_ic/preferences")]
    [InlineData("cookies")]
    [InlineData("Cookies/?return=/a")]
    [InlineData("f%C3%BCr-sie", "/für-sie")]
    [InlineData("f%C3%BCr-sie", "/f%c3%bcr-sie")]
    [InlineData("my%20choices", "/my choices")]
    public void Root_shows_nothing_on_preferences_pages(string path, string option = "/cookies")
    {
        new FakePage
        {
            Registry = Registries.Build(options =>
            {
                Registries.Declare(options);
                options.PreferencesPath = option;
            }),
        }.In(this);
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(path);

        Render<ConsentBanner>().MarkupMatches("""<div data-permanent="ic-root"><div class="ic ic-status" role="status"></div></div>""");
        Assert.Contains("\"banner\":false", Render<ConsentHead>().Find("script").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DE", "everything else runs only if you allow it")]
    [InlineData("CH", "Some run unless you turn them off; others only if you allow them")]
    [InlineData("US-CA", null)]
    public void Words_are_true_where_the_visitor_is(string region, string? words)
    {
        new FakePage { State = Decisions.Evaluate(null, facts: new() { Region = region }) }.In(this);

        var banner = Render<ConsentBanner>();

        Assert.Equal(words is null, banner.FindAll("section").Count == 0);
        Assert.Contains(words ?? "", banner.Markup, StringComparison.Ordinal);
        Assert.Equal(region == "DE", Render<ConsentPreferences>().Markup.Contains("asks before anything optional runs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_notice_says_that_it_can_be_turned_off()
    {
        var rules = new ConsentRules(null, new ConsentRulesOptions()
            .SetModel("GB", "analytics", ConsentModel.ExemptWithObjection).SetModel("GB", "functional", ConsentModel.ExemptWithObjection).SetModel("GB", "marketing", ConsentModel.ExemptWithObjection));
        new FakePage { State = ConsentEvaluator.Evaluate(Registries.Site, rules, new() { Region = "GB" }, null, Decisions.Now) }.In(this);

        var banner = Render<ConsentBanner>();

        Assert.Contains("They run unless you turn them off", banner.Find("section").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Accept all", "Reject all", "Manage"], banner.FindAll("button").Select(button => button.TextContent));
    }

    [Fact]
    public void What_changed_and_a_signal_that_is_honored_are_named()
    {
        var changed = Registries.Build(options =>
        {
            Registries.Declare(options);
            Registries.Vendor(options, "heatmap", "analytics");
        });
        new FakePage
        {
            Registry = changed,
            State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll), changed, new() { GlobalPrivacyControl = true }),
        }.In(this);

        var text = Render<ConsentBanner>().Find("section").TextContent;

        Assert.Contains("New since your choice: Analytics.", text, StringComparison.Ordinal);
        Assert.Contains("Global Privacy Control", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Framed_page_asks_nothing()
    {
        new FakePage { Framed = true }.In(this);

        Assert.Empty(Render<ConsentBanner>().FindAll("section"));
        Assert.Contains("\"banner\":false", Render<ConsentHead>().Find("script").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_tells_a_developer_which_ids_there_are_and_nobody_else()
    {
        var page = new FakePage { Development = true }.In(this);

        Assert.Equal(string.Join(' ', page.Registry.Ids), Render<ConsentHead>().Find("[data-ic-ids]").GetAttribute("data-ic-ids"));
    }

    [Fact]
    public void Without_AddConsent_a_component_names_the_line() =>
        Assert.Contains("builder.Services.AddConsent", Assert.Throws<InvalidOperationException>(() => Render<ConsentHead>()).Message, StringComparison.Ordinal);

    [Fact]
    public void Head_holds_the_state_and_the_runtime()
    {
        new FakePage { Nonce = "abc" }.In(this);

        var scripts = Render<ConsentHead>().FindAll("script");

        Assert.Equal("application/json", scripts[0].GetAttribute("type"));
        Assert.Equal(
            """{"granted":["necessary","consent"],"optional":["functional","chat","analytics","stats","marketing","ads","newsletter"],"locked":[],"banner":true,"decidedAt":0,"asOf":1795521600000}""",
            scripts[0].TextContent);
        Assert.Equal("module", scripts[1].GetAttribute("type"));
        Assert.True(scripts[1].HasAttribute("async"));
        Assert.Equal("/_content/Innovexus.Consent/ic.js", scripts[1].GetAttribute("src"));
        Assert.Equal("abc", scripts[1].GetAttribute("nonce"));
        Assert.Equal(2, scripts.Count);
    }
}
