using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>
/// The <c>CacheView</c> of .NET 11, which shows everybody what its content was for the first visitor. On .NET 10, which has none, its
/// content stands there as it is: <c>tests/run.sh net11</c> runs this on .NET 11.
/// </summary>
public class CacheViewTests
{
    private static readonly Type? CacheView = typeof(RazorComponentResult).Assembly.GetType("Microsoft.AspNetCore.Components.CacheView");

    [Theory]
    [InlineData(typeof(ConsentHead))]
    [InlineData(typeof(ConsentBanner))]
    [InlineData(typeof(ConsentView))]
    [InlineData(typeof(ConsentFrame))]
    [InlineData(typeof(ConsentImage))]
    [InlineData(typeof(ConsentPreferences))]
    [InlineData(typeof(ConsentLink))]
    [InlineData(typeof(ConsentButton))]
    [InlineData(typeof(ConsentRequired))]
    [InlineData(typeof(PrivacyChoices))]
    [InlineData(typeof(PolicyChangeNotice))]
    [InlineData(typeof(ConsentRouteView))]
    public async Task Never_shows_a_visitor_what_another_was_shown(Type component)
    {
        await using var host = await StartAsync(component);
        await using var other = await StartAsync(component);
        var granted = host.Browser(new());
        await granted.PostAsync("/_ic/decision", Form("accept-all"));

        var first = await AskAsync(granted, "/cached?of=another");

        var second = await AskAsync(host.Browser(), "/cached");
        Assert.Equal(await AskAsync(other.Browser(), "/cached"), second);
        if (CacheView is null)
        {
            Assert.NotEqual(first, second);
        }
        else
        {
            Assert.Contains($"'{component.Name}'", first, StringComparison.Ordinal);
            Assert.Contains("move the component outside the CacheView", first, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(typeof(ConsentScript))]
    [InlineData(typeof(CookieDeclarations))]
    [InlineData(typeof(PrivacyChoicesLink))]
    public async Task May_keep_what_is_the_same_for_all(Type component)
    {
        await using var host = await StartAsync(component);
        var granted = host.Browser(new());
        await granted.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Equal(await host.Browser().GetStringAsync("/cached"), await granted.GetStringAsync("/cached"));
    }

    [Theory]
    [InlineData(typeof(ConsentView))]
    [InlineData(typeof(ConsentFrame))]
    public async Task May_keep_a_page_that_caches_keep_for_all(Type component)
    {
        await using var host = await StartAsync(component, cacheable: true);
        var granted = host.Browser(new());
        await granted.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Equal(await host.Browser().GetStringAsync("/cached"), await granted.GetStringAsync("/cached"));
    }

    private static Task<Host> StartAsync(Type component, bool cacheable = false) => Host.StartAsync(
        configure: options =>
        {
            options.CacheablePages = cacheable;
            options.PolicyVersions.Add(new() { Id = "2", Effective = new(2026, 11, 1), Summary = "Something is new.", Material = true });
        },
        use: app => app.MapGet("/cached", () => new RazorComponentResult<Cached>(new Dictionary<string, object?> { [nameof(Cached.Component)] = component })));

    private static async Task<string> AskAsync(HttpClient browser, string path)
    {
        try
        {
            return await browser.GetStringAsync(path);
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }

    private sealed class Cached : ComponentBase
    {
        [Parameter]
        public Type Component { get; set; } = default!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (CacheView is null)
            {
                Content(builder);
                return;
            }

            builder.OpenComponent(0, CacheView);
            builder.AddComponentParameter(1, "ChildContent", (RenderFragment)Content);
            builder.CloseComponent();
        }

        private void Content(RenderTreeBuilder builder)
        {
            builder.OpenComponent(0, Component);
            foreach (var (name, value) in Parameters())
            {
                builder.AddComponentParameter(1, name, value);
            }

            builder.CloseComponent();
        }

        private Dictionary<string, object> Parameters() => Component.Name switch
        {
            nameof(ConsentView) => new() { ["Consent"] = "stats", ["ChildContent"] = (RenderFragment<ConsentVerdict>)(verdict => builder => builder.AddContent(0, verdict.Reason)) },
            nameof(ConsentFrame) => new() { ["Consent"] = "stats", ["Src"] = "https://stats.example/", ["Title"] = "Numbers" },
            nameof(ConsentImage) => new() { ["Consent"] = "stats", ["Src"] = "https://stats.example/pixel", ["Alt"] = "" },
            nameof(ConsentScript) => new() { ["Consent"] = "stats", ["Src"] = "https://stats.example/s.js" },
            nameof(ConsentRequired) => new() { ["Ids"] = new[] { "stats" } },
            nameof(ConsentRouteView) => new() { ["RouteData"] = new RouteData(typeof(Guarded), new Dictionary<string, object?>()) },
            _ => [],
        };
    }

    [RequireConsent("stats")]
    private sealed class Guarded : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "guarded");
    }
}
