using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A Razor view holds the very markup of a Blazor page.</summary>
public class TagHelperTests
{
    private static readonly RenderFragment<ConsentVerdict> Yes = _ => builder => builder.AddMarkupContent(0, "<p>yes</p>");

    private static readonly RenderFragment<ConsentVerdict> No = _ => builder => builder.AddMarkupContent(0, "<p>no</p>");

    private static readonly Dictionary<string, (Func<HttpContext, Task<string>> Helper, Func<IResult> Component)> Pairs = new(StringComparer.Ordinal)
    {
        ["banner"] = (Helper(new ConsentBannerTagHelper()), () => new RazorComponentResult<ConsentBanner>()),
        ["preferences"] = (Helper(new ConsentPreferencesTagHelper()), () => new RazorComponentResult<ConsentPreferences>()),
        ["declarations"] = (Helper(new CookieDeclarationsTagHelper { Live = true }), () => new RazorComponentResult<CookieDeclarations>(new { Live = true })),
        ["link"] = (Helper(new ConsentLinkTagHelper(), "Your <b>choice</b>", ("class", "small")), () => new RazorComponentResult<ConsentLink>(new Dictionary<string, object?>
        {
            ["ChildContent"] = (RenderFragment)(builder => builder.AddMarkupContent(0, "Your <b>choice</b>")), ["class"] = "small",
        })),
        ["privacy choices"] = (Helper(new PrivacyChoicesTagHelper()), () => new RazorComponentResult<PrivacyChoices>()),
        ["privacy choices link"] = (
            Helper(new PrivacyChoicesLinkTagHelper { Wording = PrivacyChoicesWording.DoNotSellOrShare }, "", ("class", "small")),
            () => new RazorComponentResult<PrivacyChoicesLink>(new Dictionary<string, object?> { ["Wording"] = PrivacyChoicesWording.DoNotSellOrShare, ["class"] = "small" })),
        ["policy change"] = (Helper(new PolicyChangeNoticeTagHelper()), () => new RazorComponentResult<PolicyChangeNotice>()),
        ["view of a category"] = (
            Helper(new ConsentViewTagHelper { Consent = "analytics" }, "<p>yes</p>"),
            () => new RazorComponentResult<ConsentView>(new { Consent = "analytics", ChildContent = Yes })),
        ["script of a category"] = (
            Helper(new ConsentScriptTagHelper { Consent = "analytics", Key = "" }, "go()"),
            () => new RazorComponentResult<ConsentScript>(new { Consent = "analytics", Code = "go()" })),
        ["view"] = (View, () => new RazorComponentResult<ConsentView>(new { Consent = "stats", Granted = Yes, Denied = No })),
        ["script"] = (
            Helper(new ConsentScriptTagHelper { Consent = "stats", Run = ScriptRun.EachNavigation }, "if (1 < 2 && 'a') go();", ("async", null), ("integrity", "sha384-x")),
            () => new RazorComponentResult<ConsentScript>(new Dictionary<string, object?>
            {
                ["Consent"] = "stats", ["Code"] = "if (1 < 2 && 'a') go();", ["Run"] = ScriptRun.EachNavigation, ["async"] = true, ["integrity"] = "sha384-x",
            })),
        ["external script"] = (
            Helper(new ConsentScriptTagHelper { Consent = "analytics" }, "", ("src", new HtmlString("https://x.example/a.js?b=1&amp;c=2")), ("type", "module")),
            () => new RazorComponentResult<ConsentScript>(new { Consent = "analytics", Src = "https://x.example/a.js?b=1&c=2", Type = "module" })),
        ["attributes as text and as HTML"] = (
            Helper(new ConsentScriptTagHelper { Consent = "stats" }, "go()", ("data-text", "1 &lt; 2"), ("data-html", new HtmlString("1 &lt; 2"))),
            () => new RazorComponentResult<ConsentScript>(new Dictionary<string, object?> { ["Consent"] = "stats", ["Code"] = "go()", ["data-text"] = "1 &lt; 2", ["data-html"] = "1 < 2" })),
        ["frame"] = (
            Helper(new ConsentFrameTagHelper { Consent = "stats", Href = "https://x.example/page" }, "", ("src", "https://x.example/film"), ("title", "A film"), ("width", "640"), ("allow", "fullscreen")),
            () => new RazorComponentResult<ConsentFrame>(new Dictionary<string, object?>
            {
                ["Consent"] = "stats", ["Href"] = "https://x.example/page", ["Src"] = "https://x.example/film", ["Title"] = "A film", ["Width"] = 640, ["allow"] = "fullscreen",
            })),
        ["image"] = (
            Helper(new ConsentImageTagHelper { Consent = "ads", Poster = "/map.svg" }, "", ("src", "https://x.example/map"), ("alt", "A map"), ("width", "300"), ("height", "200")),
            () => new RazorComponentResult<ConsentImage>(new { Consent = "ads", Poster = "/map.svg", Src = "https://x.example/map", Alt = "A map", Width = 300, Height = 200 })),
    };

    public static TheoryData<string, bool> Names => [.. Pairs.Keys.SelectMany(name => new[] { (name, true), (name, false) })];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_renders_what_its_component_does(string name, bool accepted)
    {
        await using var host = await Host.StartAsync(options => options.PolicyVersions.Add(new() { Id = "2027", Effective = new(2027, 1, 1), Summary = "We keep less.", Material = true }), app =>
        {
            app.MapGet("/helper", (Delegate)(async (HttpContext context) => Results.Text(await Pairs[name].Helper(context), "text/html")));
            app.MapGet("/component", () => Pairs[name].Component());
        });
        var browser = host.Browser(new CookieContainer());
        if (accepted)
        {
            await browser.PostAsync("/_ic/decision", Form("accept-all"));
        }

        var helper = await browser.GetStringAsync("/helper");

        Assert.NotEqual("", helper);
        Assert.Equal((await browser.GetStringAsync("/component")).Replace("component", "helper", StringComparison.Ordinal), helper);
    }

    [Fact]
    public async Task Head_renders_what_its_component_does_but_for_the_time()
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.MapGet("/helper", (Delegate)(async (HttpContext context) => Results.Text(await Helper(new ConsentHeadTagHelper())(context), "text/html")));
            app.MapGet("/component", () => new RazorComponentResult<ConsentHead>());
        });

        Assert.Equal(await host.Browser().GetStringAsync("/component"), await host.Browser().GetStringAsync("/helper"));
    }

    [Fact]
    public async Task Panel_renders_what_its_component_does_in_Development()
    {
        await using var host = await Host.StartAsync(environment: "Development", use: app =>
        {
            app.MapGet("/helper", (Delegate)(async (HttpContext context) => Results.Text(await Helper(new ConsentPanelTagHelper())(context), "text/html")));
            app.MapGet("/component", () => new RazorComponentResult<ConsentPanel>());
        });

        Assert.Contains("data-ic-panel=\"/_ic/panel\"", await host.Browser().GetStringAsync("/helper"), StringComparison.Ordinal);
        Assert.Equal(await host.Browser().GetStringAsync("/component"), await host.Browser().GetStringAsync("/helper"));
    }

    [Fact]
    public async Task A_width_that_is_no_number_is_named()
    {
        await using var host = await Host.StartAsync(use: app => app.MapGet("/helper", (Delegate)(async (HttpContext context) =>
            (await Assert.ThrowsAsync<InvalidOperationException>(() => Helper(new ConsentFrameTagHelper { Consent = "stats" }, "", ("width", "50%"))(context))).Message)));

        Assert.Contains("width=\"50%\"", await host.Browser().GetStringAsync("/helper"), StringComparison.Ordinal);
    }

    internal static async Task WriteAsync(HttpContext context, ConsentTagHelperBase helper, IHtmlContent content) =>
        await context.Response.WriteAsync(await RunAsync(context, helper, [], (_, _) => Task.FromResult(content.ToString()!)));

    private static Func<HttpContext, Task<string>> Helper(ConsentTagHelperBase helper, string content = "", params (string Name, object? Value)[] attributes) =>
        context => RunAsync(context, helper, [.. attributes.Select(attribute => attribute.Value is null
            ? new TagHelperAttribute(attribute.Name, null, HtmlAttributeValueStyle.Minimized) : new TagHelperAttribute(attribute.Name, attribute.Value))], (_, _) => Task.FromResult(content));

    private static Task<string> View(HttpContext context) => RunAsync(context, new ConsentViewTagHelper { Consent = "stats" }, [], async (items, _) =>
    {
        foreach (var (tag, text) in new[] { ("granted", "<p>yes</p>"), ("denied", "<p>no</p>") })
        {
            var output = Output(tag, [], text);
            await new ConsentBranchTagHelper().ProcessAsync(new([], items, tag), output);
            Assert.True(output.Content.IsEmptyOrWhiteSpace);
        }

        return "";
    });

    private static async Task<string> RunAsync(
        HttpContext context, ConsentTagHelperBase helper, TagHelperAttributeList attributes, Func<IDictionary<object, object>, HttpContext, Task<string>> content)
    {
        helper.ViewContext = new ViewContext { HttpContext = context };
        var items = new Dictionary<object, object>();
        var output = new TagHelperOutput("x", attributes, async (_, _) => new DefaultTagHelperContent().SetHtmlContent(await content(items, context)));
        await helper.ProcessAsync(new TagHelperContext(attributes, items, "x"), output);
        Assert.Null(output.TagName);
        return output.Content.GetContent();
    }

    private static TagHelperOutput Output(string tag, TagHelperAttributeList attributes, string content) =>
        new(tag, attributes, (_, _) => Task.FromResult(new DefaultTagHelperContent().SetHtmlContent(content)));
}
