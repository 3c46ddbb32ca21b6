namespace Innovexus.Consent.Browser.Tests;

[Collection("site log")]
public class ExactlyOnceTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Once = "analytics 1, ads 1, support 1";

    [Fact]
    public async Task Twenty_navigations_back_and_forth_run_nothing_twice_and_the_banner_does_not_return()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);

        Assert.Equal($"{Once}; banner never seen after the choice", await TwentyNavigationsAsync(walk));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Twin_a_runtime_that_forgets_what_ran_is_reported()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await Twin.ReplaceAsync(walk.Context, "ic.js", "+ (node.dataset.icRun == 'navigation' ? ' ' + visit : '');", "+ ' ' + visit;");

        Assert.Equal("analytics 21, ads 5, support 5; banner never seen after the choice", await TwentyNavigationsAsync(walk));
    }

    [Fact]
    public async Task Twin_a_banner_that_comes_back_is_reported()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await Twin.ReplaceAsync(walk.Context, "ic.js", "if (banner()) banner().hidden = !isAsked;", "if (banner()) banner().hidden = pending;");

        Assert.Equal($"{Once}; banner seen after the choice", await TwentyNavigationsAsync(walk));
    }

    [Fact]
    public async Task Before_the_choice_the_banner_neither_flashes_nor_vanishes()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        await WatchAsync(walk, "visible => !visible");

        foreach (var page in new[] { "/platform", "/blog", "/pricing", "/privacy", "/inspect", "/" })
        {
            await walk.FollowAsync(page);
        }

        await walk.BackAsync();
        Assert.Equal(0, await walk.Page.EvaluateAsync<int>("window.seen"));
    }

    private async Task<string> TwentyNavigationsAsync(Walk walk)
    {
        await walk.OpenAsync("/");
        await walk.MarkDocumentAsync();
        await walk.ChooseAsync("Accept all");
        await WatchAsync(walk, "visible => visible");
        var pages = new[] { "/platform", "/pricing", "/blog", "/" };
        for (var i = 0; i < 16; i++)
        {
            await walk.FollowAsync(pages[i % pages.Length]);
        }

        for (var i = 0; i < 4; i++)
        {
            await walk.BackAsync();
        }

        Assert.True(await walk.IsMarkedAsync(), "The walk must stay in one document.");
        var seen = await walk.Page.EvaluateAsync<int>("window.seen") > 0 ? "seen" : "never seen";
        int Count(string company) => walk.Foreign.Count(request => request.Contains($"//{company}.localhost", StringComparison.Ordinal) && request.EndsWith("/script.js", StringComparison.Ordinal));
        return $"analytics {Count("analytics")}, ads {Count("ads")}, support {Count("support")}; banner {seen} after the choice";
    }

    // Looks at every frame, since a flash lasts only one.
    private static Task WatchAsync(Walk walk, string condition) => walk.Page.EvaluateAsync($$"""
        () => {
            window.seen = 0;
            const wrong = {{condition}};
            (function look() {
                const banner = document.querySelector('[data-ic-banner]');
                if (wrong(!!banner && banner.getClientRects().length > 0)) window.seen++;
                requestAnimationFrame(look);
            })();
        }
        """);
}
