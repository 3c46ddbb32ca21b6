using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

public class ConsentPreferencesTests : BunitContext
{
    [Fact]
    public void Has_one_switch_for_each_category_with_a_vendor()
    {
        new FakePage().In(this);

        var form = Render<ConsentPreferences>();

        var switches = form.FindAll(".ic-category > input[role=switch]");
        Assert.Equal(["Necessary", "Functional", "Analytics", "Marketing"], switches.Select(input => Label(form, input)));
        Assert.True(switches[0].HasAttribute("checked") && switches[0].HasAttribute("disabled") && !switches[0].HasAttribute("name"));
        Assert.All(switches.Skip(1), input => Assert.False(input.HasAttribute("checked") || input.HasAttribute("disabled")));
        Assert.All(switches, input => Assert.NotEmpty(form.Find("#" + input.GetAttribute("aria-describedby")).TextContent));
        Assert.Equal(["Save", "Accept all", "Reject all"], form.FindAll("button").Select(button => button.TextContent));
    }

    [Theory]
    [InlineData("privacy@example.com", "mailto:privacy@example.com")]
    [InlineData("https://example.com/contact", "https://example.com/contact")]
    [InlineData("/contact", "/contact")]
    [InlineData(null, null)]
    public void Leads_to_who_answers_for_the_site(string? contact, string? address)
    {
        new FakePage { Registry = Registries.Build(options => options.Controller = new() { Name = "Innovexus", Contact = contact }) }.In(this);

        Assert.Equal(address, Render<ConsentPreferences>().FindAll(".ic-text > p:first-child a").Skip(1).SingleOrDefault()?.GetAttribute("href"));
    }

    [Fact]
    public void Names_controller_policy_and_vendors()
    {
        new FakePage
        {
            Registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics", VendorRole.Processor, vendor => vendor.PolicyUrl = "https://stats.example/privacy")),
        }.In(this);

        var form = Render<ConsentPreferences>();

        Assert.Contains("Innovexus asks", form.Markup, StringComparison.Ordinal);
        Assert.NotNull(form.Find("a[href='/privacy']"));
        var vendor = form.FindAll("li").Single(item => item.TextContent.Contains("stats Inc.", StringComparison.Ordinal));
        Assert.Contains("Does stats", vendor.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://stats.example/privacy", vendor.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Shows_the_kept_choice_and_what_is_locked()
    {
        var facts = new ConsentFacts { GlobalPrivacyControl = true };
        var registry = Registries.Build(options =>
        {
            Registries.Vendor(options, "stats", "analytics");
            Registries.Vendor(options, "ads", "marketing", VendorRole.ThirdParty);
        });
        new FakePage
        {
            Registry = registry,
            State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll, registry), registry, facts),
        }.In(this);

        var form = Render<ConsentPreferences>();

        Assert.True(form.Find("input[value=analytics]").HasAttribute("checked"));
        Assert.True(form.Find("input[value=marketing]").HasAttribute("disabled"));
        Assert.False(form.Find("input[value=marketing]").HasAttribute("checked"));
        Assert.Contains("opt-out preference signal", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_one_switch_for_each_vendor_below_its_category()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("marketing").With("ads", false))) }.In(this);

        var form = Render<ConsentPreferences>();

        Assert.Equal(
            ["chat Inc., Functional", "stats Inc., Analytics", "ads Inc., Marketing", "newsletter Inc., Marketing"],
            form.FindAll("input[name=vendor]").Select(input => input.GetAttribute("aria-label")));
        Assert.Equal(["newsletter"], form.FindAll("input[name=vendor][checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal(["1", "0 / 1", "0 / 1", "1 / 2"], form.FindAll(".ic-count").Select(count => count.TextContent));
        Assert.All(form.FindAll("details"), details => Assert.False(details.HasAttribute("open")));
        Assert.All(form.FindAll("input[role=switch]"), input => Assert.NotEmpty(form.Find("#" + input.GetAttribute("aria-describedby")).TextContent));
        Assert.Empty(form.FindAll("input[value=consent]"));
    }

    [Fact]
    public void Form_says_what_it_was_rendered_with()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("analytics"))) }.In(this);

        var was = Render<ConsentPreferences>().FindAll("input[name=was]");

        Assert.Equal(["functional", "analytics", "marketing"], was.Select(input => input.GetAttribute("value")));
        Assert.Equal(["analytics"], was.Where(input => !input.HasAttribute("disabled")).Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public void A_locked_vendor_of_a_free_category_says_why_and_where_data_goes()
    {
        var registry = Registries.Build(options =>
        {
            Registries.Vendor(options, "newsletter", "marketing");
            Registries.Vendor(options, "ads", "marketing", VendorRole.ThirdParty, vendor =>
            {
                vendor.Countries = ["US"];
                vendor.Transfer = "SCC";
            });
        });
        new FakePage { Registry = registry, State = Decisions.Evaluate(null, registry, new() { GlobalPrivacyControl = true }) }.In(this);

        var form = Render<ConsentPreferences>();

        Assert.False(form.Find("input[value=marketing]").HasAttribute("disabled"));
        Assert.True(form.Find("input[value=ads]").HasAttribute("disabled"));
        var about = form.Find("#ic-page-ads-about").TextContent;
        Assert.Contains("opt-out preference signal", about, StringComparison.Ordinal);
        Assert.Contains("United States (SCC)", about, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_cannot_be_deleted()
    {
        new FakePage().In(this);

        Assert.Contains("only your browser's settings can delete", Render<ConsentPreferences>().Find(".ic-about").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_the_choice_was_made_and_how_long_it_counts()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.RejectAll)) }.In(this);

        var line = Render<ConsentPreferences>().Find(".ic-when");

        Assert.Equal("You chose on 24\u00A0November\u00A02026\u00A0(UTC). Your choice counts until 25\u00A0May\u00A02027\u00A0(UTC).", line.TextContent);
        Assert.Equal(["2026-11-24T12:00:00Z", "2027-05-25T12:00:00Z"], line.QuerySelectorAll("time[data-ic-date]").Select(time => time.GetAttribute("datetime")));
    }

    [Theory]
    [InlineData("Pacific/Honolulu", "27\u00A0November\u00A02026")]
    [InlineData("Pacific/Kiritimati", "28\u00A0November\u00A02026")]
    [InlineData("Etc/UTC", "28\u00A0November\u00A02026\u00A0(UTC)")]
    public void A_day_is_that_of_the_time_zone_which_is_named_where_it_is_nobodys_own(string zone, string day) =>
        Assert.Equal(day, VisitorDate.Text(new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void Says_nothing_of_a_choice_that_was_not_made()
    {
        new FakePage().In(this);

        Assert.Empty(Render<ConsentPreferences>().Find(".ic-when").TextContent);
    }

    [Fact]
    public void Dialog_and_page_may_stand_side_by_side()
    {
        new FakePage().In(this);

        var page = Render<ConsentPreferences>().FindAll("[id]").Select(element => element.Id);
        var dialog = Render<ConsentPreferences>(parameters => parameters.Add(form => form.Dialog, true));

        Assert.Empty(page.Intersect(dialog.FindAll("[id]").Select(element => element.Id)));
        Assert.Equal("Cookie settings", dialog.Find("h2").TextContent);
    }

    [Theory]
    [InlineData("pricing?plan=2", "/pricing?plan=2")]
    [InlineData("_ic/preferences?return=%2Fpricing%3Fplan%3D2", "/pricing?plan=2")]
    [InlineData("_ic/preferences?x=1&return=/a", "/a")]
    [InlineData("_ic/preferences", "/_ic/preferences")]
    [InlineData("_ic/preferences?return=https%3A%2F%2Fevil.example", "/_ic/preferences")]
    [InlineData("_ic/preferences?return=//evil.example", "/_ic/preferences")]
    [InlineData("_ic/preferences?return=/%5Cevil.example", "/_ic/preferences")]
    [InlineData("_ic/preferences?return=/%0D%0AX:y", "/_ic/preferences")]
    public void Way_back_is_local(string at, string expected)
    {
        new FakePage().In(this);
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(at);

        Assert.Equal(expected, Render<ConsentPreferences>().Find("input[name=return]").GetAttribute("value"));
    }

    [Fact]
    public void Link_leads_to_the_preferences_and_carries_the_way_back()
    {
        new FakePage().In(this);
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("pricing?plan=2");

        var link = Render<ConsentLink>(parameters => parameters.AddUnmatched("class", "quiet")).Find("a");

        Assert.Equal("Cookie settings", link.TextContent);
        Assert.Equal("/_ic/preferences?return=%2Fpricing%3Fplan%3D2", link.GetAttribute("href"));
        Assert.Equal("false", link.GetAttribute("data-enhance-nav"));
        Assert.Equal("quiet", link.GetAttribute("class"));
    }

    [Fact]
    public void Button_leads_there_too_and_has_a_name()
    {
        new FakePage().In(this);
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("pricing?plan=2");

        var button = Render<ConsentButton>(parameters => parameters.Add(button => button.AtEnd, true)).Find("a");

        Assert.Equal("Cookie settings", button.GetAttribute("aria-label"));
        Assert.Equal("/_ic/preferences?return=%2Fpricing%3Fplan%3D2", button.GetAttribute("href"));
        Assert.Equal("ic-button ic-button-end", button.GetAttribute("class"));
        Assert.Equal("true", button.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    private static string Label(IRenderedComponent<ConsentPreferences> form, IElement input) =>
        form.Find($"label[for={input.Id}]").TextContent;
}
