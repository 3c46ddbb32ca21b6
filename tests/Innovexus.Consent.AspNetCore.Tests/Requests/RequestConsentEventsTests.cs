using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Events that a request says: its page holds them, or it is told that it has none.</summary>
public class RequestConsentEventsTests
{
    [Fact]
    public async Task The_page_that_answers_holds_them_in_order()
    {
        await using var host = await StartAsync(app => app.MapGet("/track", async (IConsentEvents events) =>
        {
            await events.TrackAsync("a\"b", new { text = "</script>" });
            await events.TrackAsync(new RefundEvent { TransactionId = "T" });
            await events.TrackAsync("kept", keepUntilGranted: true);
            return new RazorComponentResult<Page>();
        }));

        var answer = await host.Browser().GetAsync("/track", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var written = page.Split("data-ic-written>")[1].Split("</script>")[0];
        Assert.Matches(
            """^\["\w{32}",\["a\\u0022b",\{"text":"\\u003C/script\\u003E"\},\{"keepUntilGranted":false\}\],\["refund",\{"transaction_id":"T","items":\[\]\},\{"keepUntilGranted":false\}\],\["kept",\{\},\{"keepUntilGranted":true\}\]\]$""",
            written);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Empty(Reports(host));
    }

    [Fact]
    public async Task A_page_without_events_holds_nothing()
    {
        await using var host = await StartAsync(_ => { });

        Assert.DoesNotContain("data-ic-written", await host.Browser().GetStringAsync("/page", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_loses_them_and_that_is_told()
    {
        await using var host = await StartAsync(app => app.MapGet("/track", async (IConsentEvents events) =>
        {
            await events.TrackAsync("lost");
            return Results.Redirect("/page");
        }));

        await host.Browser().GetAsync("/track", TestContext.Current.CancellationToken);

        Assert.Contains("This response has no page", Assert.Single(Reports(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_the_same_for_all_loses_them_and_that_is_told()
    {
        await using var host = await StartAsync(
            app => app.MapGet("/track", async (IConsentEvents events) =>
            {
                await events.TrackAsync("lost");
                return new RazorComponentResult<Page>();
            }),
            options => options.CacheablePages = true);

        var page = await host.Browser().GetStringAsync("/track", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("data-ic-written", page, StringComparison.Ordinal);
        Assert.Contains("CacheablePages", Assert.Single(Reports(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_response_has_started_they_are_lost_and_that_is_told()
    {
        await using var host = await StartAsync(app => app.MapGet("/track", async (HttpContext context, IConsentEvents events) =>
        {
            await context.Response.StartAsync();
            await events.TrackAsync("lost");
        }));

        await host.Browser().GetAsync("/track", TestContext.Current.CancellationToken);

        Assert.Contains("the response has started", Assert.Single(Reports(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Google_Analytics_would_not_count_is_told()
    {
        await using var host = await StartAsync(app => app.MapGet("/track", async (IConsentEvents events) =>
        {
            await events.TrackAsync(new AddToCartEvent());
            return new RazorComponentResult<Page>();
        }));

        await host.Browser().GetAsync("/track", TestContext.Current.CancellationToken);

        Assert.Equal("The event 'add_to_cart' is not as Google Analytics counts it. It has no items. Name at least one.", Assert.Single(Reports(host)));
    }

    [Fact]
    public async Task Where_nobody_hears_of_events_nothing_happens()
    {
        await using var host = await Host.StartAsync(
            use: app => app.MapGet("/track", async (IConsentEvents events) =>
            {
                await events.TrackAsync("event");
                return Results.Redirect("/page");
            }),
            services: services => services.AddFakeLogging(),
            environment: "Development");

        var answer = await host.Browser().GetAsync("/track", TestContext.Current.CancellationToken);

        Assert.Null(answer.Headers.CacheControl);
        Assert.Empty(Reports(host));
    }

    private static Task<Host> StartAsync(Action<WebApplication> use, Action<ConsentServerOptions>? configure = null) => Host.StartAsync(
        configure,
        use,
        services => services.AddFakeLogging(),
        environment: "Development",
        after: services => services.Configure<ConsentOptions>(options => options.Registry.DeclareVendor("counter", "analytics", vendor =>
        {
            vendor.Name = "Counter";
            vendor.Purpose = "Counts";
            vendor.Role = VendorRole.Processor;
            vendor.Events = new() { Form = SignalForm.Call, Target = "counter", Arguments = """[{ "$event": "name" }]""" };
        })));

    private static IEnumerable<string> Reports(Host host) =>
        host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Category?.StartsWith("Innovexus", StringComparison.Ordinal) == true && entry.Message.Contains("event", StringComparison.Ordinal)).Select(entry => entry.Message);
}
