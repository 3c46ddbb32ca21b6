using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class EmbedTests(Chromium chromium, HostWithStrictDynamic host) : IClassFixture<HostWithStrictDynamic>
{
    private const string Film = "[data-ic-embed]:has([title='A film'])";

    [Fact]
    public async Task Nothing_is_asked_for_before_the_click_and_the_placeholder_has_the_frames_size()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/embed");

        Assert.Empty(walk.Foreign);
        Assert.Equal((560, 315), await SizeAsync(walk, $"{Film} form"));
        Assert.Equal((300, 200), await SizeAsync(walk, "[data-ic-embed]:has([alt='A map']) form"));
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Load_once_loads_this_one_in_this_document_and_stores_nothing(bool decided)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        if (decided)
        {
            await walk.ChooseAsync("Reject all");
        }

        var cookie = await walk.CookieAsync();
        await walk.FollowAsync("/embed");
        await WatchShiftsAsync(walk);

        await Button(walk, "Load once").FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Page.FrameLocator("iframe[title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();

        Assert.Equal([Get("film.html")], walk.Foreign);
        Assert.Equal(cookie, await walk.CookieAsync());
        Assert.Equal("iframe", await walk.Page.EvaluateAsync<string>("document.activeElement.localName"));
        Assert.False(await walk.Page.Locator($"{Film} form").IsVisibleAsync());
        Assert.Equal((560, 315), await SizeAsync(walk, "iframe[title='A film']"));
        Assert.Equal("", await walk.Page.EvaluateAsync<string>("window.shifts"));

        await walk.OpenAsync("/embed");
        Assert.True(await Button(walk, "Load once").IsVisibleAsync());
        Assert.Equal([Get("film.html")], walk.Foreign);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_style_sheet_that_comes_late_moves_nothing()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        var late = new TaskCompletionSource();
        await walk.Page.RouteAsync(new System.Text.RegularExpressions.Regex(@"/ic\.[^/]*css"), async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await walk.FollowAsync("/embed");
        await WatchShiftsAsync(walk);
        late.SetResult();

        await Assertions.Expect(walk.Page.Locator($"{Film} form")).ToHaveCSSAsync("position", "absolute");
        await walk.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.Equal("", await walk.Page.EvaluateAsync<string>("window.shifts"));
    }

    [Fact]
    public async Task A_frame_left_behind_by_navigation_asks_again()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/embed");
        await Button(walk, "Load once").ClickAsync();
        await Assertions.Expect(walk.Page.Locator($"{Film} form")).ToBeHiddenAsync();

        await walk.FollowAsync("/embed-b");
        await walk.FollowAsync("/embed");

        Assert.True(await Button(walk, "Load once").IsVisibleAsync());
        Assert.Equal([Get("film.html")], walk.Foreign);
    }

    [Fact]
    public async Task Always_allow_loads_all_of_the_vendors_and_lasts()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.FollowAsync("/embed");
        await walk.MarkDocumentAsync();

        await Button(walk, "Always allow").FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Page.FrameLocator("iframe[title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();
        await walk.SettledAsync();

        Assert.Equal([Get("film.html"), Get("map.svg")], walk.Foreign.Order(StringComparer.Ordinal));
        Assert.Matches(@"^v1\.\d+\.granted_video[A-Z]{4}\.refused\.$", await walk.CookieAsync());
        Assert.Equal("A film", await walk.Page.EvaluateAsync<string>("document.activeElement.title"));
        Assert.True(await walk.Banner.IsVisibleAsync());

        await walk.FollowAsync("/embed-b");
        await walk.Page.FrameLocator("iframe[data-ic][title='Another film']").GetByRole(AriaRole.Button, new() { Name = "film-b" }).WaitForAsync();
        Assert.True(await walk.IsMarkedAsync());
        Assert.Single(walk.Foreign, request => request == Get("film-b.html"));
        await walk.OpenAsync("/embed");
        await walk.Page.FrameLocator("iframe[title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Withdrawing_ends_the_frame_without_a_reload_and_without_an_entry_in_the_history()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/embed");
        await Button(walk, "Always allow").ClickAsync();
        await Assertions.Expect(walk.Page.Locator($"{Film} form")).ToBeHiddenAsync();
        await walk.SettledAsync();
        await walk.MarkDocumentAsync();
        var entries = await walk.Page.EvaluateAsync<int>("history.length");

        await walk.ChooseAsync("Reject all");

        await Assertions.Expect(walk.Page.Locator($"{Film} form")).ToBeVisibleAsync();
        Assert.True(await walk.IsMarkedAsync());
        Assert.DoesNotContain(walk.Page.Frames, frame => frame.Url.Contains("film", StringComparison.Ordinal));
        Assert.Equal(entries, await walk.Page.EvaluateAsync<int>("history.length"));
        Assert.False(await walk.Page.Locator("img[alt='A map']").EvaluateAsync<bool>("image => image.hasAttribute('src')"));
    }

    [Fact]
    public async Task A_refusal_ends_what_was_loaded_once_and_another_permission_does_not()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/embed");
        await Button(walk, "Load once").ClickAsync();
        await Assertions.Expect(walk.Page.Locator($"{Film} form")).ToBeHiddenAsync();

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await walk.SettledAsync();
        Assert.False(await walk.Page.Locator($"{Film} form").IsVisibleAsync());
        Assert.Equal(1, walk.Foreign.Count(request => request == Get("film.html")));

        await walk.ChooseAsync("Reject all");
        await Assertions.Expect(walk.Page.Locator($"{Film} form")).ToBeVisibleAsync();
    }

    // The browser loads frames of a page in the history by itself, where they were.
    [Theory]
    [InlineData("history.back()")]
    [InlineData("location.reload()")]
    public async Task Withdrawn_elsewhere_no_frame_comes_back_with_its_page(string how)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/embed");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true, video: true })");
        await walk.Page.FrameLocator("#by-hand").GetByRole(AriaRole.Button, new() { Name = "by-hand" }).WaitForAsync();
        await walk.Page.FrameLocator("iframe[title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();
        await using var other = await walk.NewTabAsync();
        if (how == "history.back()")
        {
            await walk.OpenAsync("/form");
        }

        await other.OpenAsync("/form");
        await other.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('two')");
        await walk.SettledAsync();
        await walk.MarkDocumentAsync();
        var before = walk.Foreign.Length;

        await walk.Page.EvaluateAsync($"() => {{ {how} }}");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && location.pathname == '/embed'");
        await walk.SettledAsync();

        Assert.Equal(2, await walk.Page.Locator(".ic-placeholder:visible").CountAsync() - 1);
        Assert.Equal(before, walk.Foreign.Length);
    }

    [Fact]
    public async Task Gated_by_hand_and_pixels_follow_the_choice()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/embed");

        await walk.ChooseAsync("Accept all");
        await walk.Page.FrameLocator("#by-hand").GetByRole(AriaRole.Button, new() { Name = "by-hand" }).WaitForAsync();

        Assert.Contains(Get("pixel.svg"), walk.Foreign);
        Assert.Equal(walk.Foreign.Distinct(), walk.Foreign);
    }

    [Fact]
    public async Task Locked_by_a_signal_there_is_nothing_to_click_and_a_click_would_not_help()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { ExtraHTTPHeaders = [new("Sec-GPC", "1")] });
        await walk.OpenAsync("/embed");

        var advert = walk.Page.Locator("[data-ic-embed]:has([title='An advertisement'])");
        Assert.Equal(0, await advert.GetByRole(AriaRole.Button).CountAsync());
        Assert.Contains("opt-out preference signal", await advert.InnerTextAsync(), StringComparison.Ordinal);

        await advert.EvaluateAsync("embed => embed.append(document.createRange().createContextualFragment('<button data-ic-once>Load</button>'))");
        await advert.Locator("button").DispatchEventAsync("click");
        await walk.ChooseAsync("Accept all");
        Assert.DoesNotContain(Get("advert.html"), walk.Foreign);
    }

    [Fact]
    public async Task Without_script_it_links_to_the_content_and_always_allow_posts()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { JavaScriptEnabled = false });
        await walk.Page.GotoAsync(host.Url + "/embed");
        var film = walk.Page.Locator(Film);

        Assert.Equal(0, await film.GetByRole(AriaRole.Button, new() { Name = "Load once" }).CountAsync());
        Assert.EndsWith("/vendor/page.html", await film.GetByRole(AriaRole.Link, new() { Name = "Open on vendor.localhost" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Empty(walk.Foreign);

        await film.GetByRole(AriaRole.Button, new() { Name = "Always allow" }).ClickAsync();
        await walk.ArriveAsync("/embed");
        await walk.Page.FrameLocator("noscript > iframe[title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();
        Assert.False(await walk.Page.Locator($"{Film} form").IsVisibleAsync());
        Assert.Equal((560, 315), await SizeAsync(walk, "noscript > iframe[title='A film']"));
    }

    [Fact]
    public async Task Without_the_runtime_load_once_leads_to_the_preferences()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/_content/Innovexus.Consent/*.js", route => route.AbortAsync());
        await walk.Page.GotoAsync(host.Url + "/embed");

        await Button(walk, "Load once").ClickAsync();

        await walk.ArriveAsync("/_ic/preferences?");
        Assert.Empty(walk.Foreign);
    }

    // What was open is lazy from then on, and a browser never loads a lazy image that is not shown.
    [Fact]
    public async Task A_hidden_pixel_loads_each_time_it_is_granted()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img data-ic=video data-ic-src=/vendor/hidden-pixel.svg alt=\"\" hidden>')");
        for (var times = 1; times <= 2; times++)
        {
            await walk.Page.EvaluateAsync("innovexusConsent.decide({ video: true })");
            await walk.Page.WaitForFunctionAsync("() => document.querySelector('img[data-ic]').naturalWidth > 0");
            await Assertions.Expect(walk.Page.Locator("img[data-ic]")).ToHaveAttributeAsync("loading", "lazy");
            await walk.Page.EvaluateAsync("innovexusConsent.decide({ video: false })");
            await walk.Page.WaitForFunctionAsync("() => document.querySelector('img[data-ic]').naturalWidth == 0");
        }

        Assert.Empty(walk.Errors);
    }

    // A page that renders anew, in a framework or by hand.
    [Fact]
    public async Task A_frame_follows_a_change_of_its_address_while_it_is_open_and_while_it_is_shut()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<iframe data-ic=video data-ic-src=/vendor/first.html title=film></iframe>')");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ video: true })");
        await walk.Page.FrameLocator("iframe[data-ic]").GetByRole(AriaRole.Button, new() { Name = "first" }).WaitForAsync();
        var entries = await walk.Page.EvaluateAsync<int>("history.length");

        await SetAsync("second");
        await walk.Page.FrameLocator("iframe[data-ic]").GetByRole(AriaRole.Button, new() { Name = "second" }).WaitForAsync();
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ video: false })");
        await SetAsync("third");
        await walk.Page.Locator("iframe[data-ic]:not([src])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ video: true })");
        await walk.Page.FrameLocator("iframe[data-ic]").GetByRole(AriaRole.Button, new() { Name = "third" }).WaitForAsync();

        Assert.Equal(entries, await walk.Page.EvaluateAsync<int>("history.length"));
        Assert.Empty(walk.Errors);

        Task SetAsync(string name) => walk.Page.EvaluateAsync("name => { document.querySelector('iframe[data-ic]').dataset.icSrc = `/vendor/${name}.html` }", name);
    }

    [Fact]
    public async Task Twin_a_runtime_that_opens_every_frame_is_reported()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await Twin.ReplaceAsync(walk.Context, "ic.js", "() => isGranted(node.dataset.ic) || !!node.icOnce && state.optional.includes(node.dataset.ic);", "() => true;");
        await walk.OpenAsync("/embed");

        await walk.Page.FrameLocator("iframe[title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();
        Assert.Contains(Get("film.html"), walk.Foreign);
    }

    private static ILocator Button(Walk walk, string name) => walk.Page.GetByRole(AriaRole.Button, new() { Name = $"{name}: A film" });

    private static async Task<(int Width, int Height)> SizeAsync(Walk walk, string selector)
    {
        var box = await walk.Page.Locator(selector).BoundingBoxAsync();
        return ((int)Math.Round(box!.Width), (int)Math.Round(box.Height));
    }

    private static Task WatchShiftsAsync(Walk walk) => walk.Page.EvaluateAsync("""
        () => {
            window.shifts = '';
            const told = ({ node, previousRect: from, currentRect: to }) => `${node?.localName ?? node?.nodeName}.${node?.className} ${JSON.stringify(from)} ${JSON.stringify(to)}; `;
            new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifts += shift.sources.map(told).join('') + shift.value }).observe({ type: 'layout-shift' });
        }
        """);

    private string Get(string file) => $"GET http://vendor.localhost:{new Uri(host.Url).Port}/vendor/{file}";
}
