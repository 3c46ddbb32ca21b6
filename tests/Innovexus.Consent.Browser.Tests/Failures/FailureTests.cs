using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Posts that fail, hang or follow each other.</summary>
public class FailureTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_that_cannot_be_posted_counts_is_kept_and_sent_again_at_the_next_load(bool offline)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/pricing");
        await BreakAsync(walk, offline);

        await walk.ChooseAsync("Reject all");

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains("will be saved at your next visit", await walk.Page.GetByRole(AriaRole.Status).TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("1", await walk.Page.EvaluateAsync<string>("localStorage.ic_pending"));
        Assert.Null(await walk.CookieAsync());

        await FixAsync(walk, offline);
        await walk.OpenAsync("/pricing");
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Null(await walk.Page.EvaluateAsync<string?>("localStorage.ic_pending"));
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Equal(2, walk.Posts.Length);
        Assert.Empty(walk.Foreign);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_grant_that_cannot_be_posted_counts_for_this_document_and_the_visitor_is_told(bool offline)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        await BreakAsync(walk, offline);

        await walk.ChooseAsync("Accept all");

        Assert.Contains("could not be saved", await walk.Page.GetByRole(AriaRole.Status).TextContentAsync(), StringComparison.Ordinal);
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains(walk.Foreign, request => request.Contains("analytics.localhost", StringComparison.Ordinal));

        await FixAsync(walk, offline);
        await walk.FollowAsync("/pricing");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains(walk.Foreign, request => request.Contains("ads.localhost", StringComparison.Ordinal));

        // A new document asks again.
        await walk.OpenAsync("/blog");
        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Null(await walk.CookieAsync());
    }

    [Fact]
    public async Task A_mixed_choice_that_cannot_be_posted_changes_nothing_and_the_dialog_says_so()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).CheckAsync();
        await BreakAsync(walk, offline: false);

        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(walk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("nothing was changed");
        Assert.Empty(walk.Foreign);
        Assert.True(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).IsCheckedAsync());

        await FixAsync(walk, offline: false);
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await walk.SettledAsync();
        Assert.NotEmpty(walk.Foreign);
    }

    [Fact]
    public async Task A_save_that_grants_nothing_and_cannot_be_posted_is_a_refusal()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        await walk.OpenSettingsAsync();
        await BreakAsync(walk, offline: false);

        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await walk.SettledAsync();
        Assert.Equal("1", await walk.Page.EvaluateAsync<string>("localStorage.ic_pending"));
        Assert.False(await walk.Banner.IsVisibleAsync());
    }

    [Fact]
    public async Task A_double_click_posts_once()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");

        await walk.Page.EvaluateAsync("() => { const button = document.querySelector('[value=accept-all]'); button.click(); button.click() }");
        await walk.SettledAsync();

        Assert.Single(walk.Posts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_while_a_grants_post_hangs_is_not_lost_also_if_the_page_is_left_at_once(bool leave)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var first = true;
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            if (first)
            {
                // The grant's post never gets an answer.
                first = false;
                return;
            }

            await route.ContinueAsync();
        });
        await walk.OpenAsync("/blog");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => document.cookie.includes('_sa_session')");

        await walk.OpenSettingsAsync();
        // The form was rendered before the server knew; it shows what counts all the same.
        Assert.True(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).IsCheckedAsync());
        // Scripts ran, so either way another document follows.
        await walk.MarkDocumentAsync();
        if (leave)
        {
            await walk.GoAsync("document.querySelector('dialog [value=reject-all]').click(); location.href = '/pricing'");
            await walk.ArriveAsync("/pricing");
        }
        else
        {
            await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        }

        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.cookie.includes('.granted.refused_') && window.innovexusConsent");
        await walk.SettledAsync();
        var before = walk.Foreign.Length;
        await walk.OpenAsync("/pricing");
        Assert.Equal(before, walk.Foreign.Length);
        // Left before the answer arrived, the refusal is sent once more, which changes nothing.
        Assert.InRange(walk.Posts.Length, 2, leave ? 3 : 2);
    }

    [Theory]
    [InlineData("[data-ic-banner] [value=reject-all]")]
    [InlineData("dialog [value=save]")]
    public async Task A_refusal_whose_post_fails_after_its_page_was_left_counts_on_the_next_page_and_is_sent_from_there(string button)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        // What the page that is left posts never gets an answer.
        await walk.Context.RouteAsync("**/_ic/decision", route =>
            route.Request.Headers.GetValueOrDefault("referer", "").EndsWith("/blog", StringComparison.Ordinal) ? Task.CompletedTask : route.ContinueAsync());
        await walk.OpenAsync("/blog");
        await walk.OpenSettingsAsync();

        await walk.GoAsync($"document.querySelector({System.Text.Json.JsonSerializer.Serialize(button)}).click(); location.href = '/pricing'");

        await walk.ArriveAsync("/pricing");
        await walk.SettledAsync();
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Null(await walk.Page.EvaluateAsync<string?>("localStorage.ic_pending"));
    }

    [Fact]
    public async Task A_refusal_that_arrives_after_its_page_was_left_is_not_sent_again()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var arrived = new TaskCompletionSource();
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            // With its cookie; the page never sees the answer.
            await route.FetchAsync();
            arrived.SetResult();
        });
        await walk.OpenAsync("/blog");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await arrived.Task;
        Assert.Equal("1", await walk.Page.EvaluateAsync<string>("localStorage.ic_pending"));

        await walk.OpenAsync("/pricing");

        Assert.Single(walk.Posts);
        Assert.Null(await walk.Page.EvaluateAsync<string?>("localStorage.ic_pending"));
        Assert.False(await walk.Banner.IsVisibleAsync());
    }

    [Fact]
    public async Task A_grant_that_replaced_a_refusal_on_its_way_is_not_undone_by_the_next_page()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        // Neither arrives.
        await walk.Context.RouteAsync("**/_ic/decision", route => route.AbortAsync());
        await walk.OpenAsync("/blog");
        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all'); innovexusConsent.decide('accept-all') }");

        await walk.OpenAsync("/pricing");

        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Null(await walk.CookieAsync());
    }

    [Fact]
    public async Task A_refusal_that_failed_shows_in_the_settings_and_a_later_grant_takes_its_place()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        await walk.ChooseAsync("Accept all");
        await BreakAsync(walk, offline: false);
        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await walk.SettledAsync();
        await walk.OpenSettingsAsync();
        Assert.False(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).IsCheckedAsync());

        await FixAsync(walk, offline: false);
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.SettledAsync();
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('marketing')"));
        Assert.Null(await walk.Page.EvaluateAsync<string?>("localStorage.ic_pending"));
    }

    [Fact]
    public async Task A_withdrawal_that_cannot_be_posted_makes_the_next_navigation_a_full_load()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        await walk.ChooseAsync("Accept all");
        await BreakAsync(walk, offline: false);
        await walk.OpenSettingsAsync();
        await walk.MarkDocumentAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await walk.SettledAsync();
        Assert.True(await walk.IsMarkedAsync());
        await FixAsync(walk, offline: false);
        var before = walk.Foreign.Length;

        await walk.Page.Locator("nav a[href='/pricing']").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.cookie.includes('.granted.refused_')");
        await walk.SettledAsync();
        Assert.Equal(before, walk.Foreign.Length);
    }

    [Fact]
    public async Task Sent_again_and_failing_again_the_refusal_still_counts_and_the_page_keeps_its_state()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/cookies");
        await walk.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => document.cookie.includes('.granted_')");
        await BreakAsync(walk, offline: false);
        await walk.ChooseInAsync(walk.Page.Locator("main"), "Reject all");

        await walk.OpenAsync("/cookies");

        Assert.Equal("true false true", await walk.Page.EvaluateAsync<string>("`${innovexusConsent.isGranted('necessary')} ${innovexusConsent.isGranted('analytics')} ${!!localStorage.ic_pending}`"));
        await Assertions.Expect(walk.Page.Locator("main").GetByRole(AriaRole.Switch, new() { Name = "Analytics" })).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_to_the_developer_with_its_fix()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            // The server's own answer to a post that does not say where it comes from.
            var refused = await walk.Page.APIRequest.PostAsync(route.Request.Url);
            await route.FulfillAsync(new() { Response = refused });
        });
        await walk.OpenAsync("/blog");

        await walk.ChooseAsync("Accept all");

        Assert.Contains(walk.Errors, error => error.Contains("AllowedOrigins", StringComparison.Ordinal));
        Assert.Null(await walk.CookieAsync());
    }

    private static Task BreakAsync(Walk walk, bool offline) => offline
        ? walk.Context.SetOfflineAsync(true)
        : walk.Context.RouteAsync("**/_ic/decision", route => route.FulfillAsync(new() { Status = 500, ContentType = "text/plain", Body = "broken" }));

    private static Task FixAsync(Walk walk, bool offline) => offline
        ? walk.Context.SetOfflineAsync(false)
        : walk.Context.UnrouteAllAsync();
}
