using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A visitor's walk: a page in a profile of its own that remembers what it asked for and what went wrong.</summary>
internal sealed class Walk : IAsyncDisposable
{
    private readonly List<string> _requests = [];
    private readonly List<string> _errors = [];

    private readonly bool _owned;

    private Walk(string url, IBrowserContext context, IPage page, bool owned = true)
    {
        Url = url;
        Context = context;
        _owned = owned;
        Page = page;
        page.Request += (_, request) => _requests.Add($"{request.Method} {request.Url}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public string Url { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public ILocator Banner => Page.Locator("[data-ic-banner]");

    public ILocator Dialog => Page.Locator("dialog[open]");

    public ILocator SettingsLink => Page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Cookie settings" });

    /// <summary>Requests that left the site.</summary>
    public string[] Foreign => [.. _requests.Where(request => !request.Split(' ')[1].StartsWith(Url + "/", StringComparison.Ordinal)
        && !request.Split(' ')[1].StartsWith("data:", StringComparison.Ordinal))];

    public IReadOnlyList<string> Requests => _requests;

    public string[] Posts => [.. _requests.Where(request => request.StartsWith("POST ", StringComparison.Ordinal) && request.EndsWith("/_ic/decision", StringComparison.Ordinal))];

    public IReadOnlyList<string> Errors => _errors;

    public static Task<Walk> StartAsync(Chromium chromium, string url, BrowserNewContextOptions? options = null) => StartAsync(chromium.Browser, url, options);

    public static async Task<Walk> StartAsync(IBrowser browser, string url, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        // The proxy's certificate is its own.
        options.IgnoreHTTPSErrors = true;
        options.ViewportSize ??= new() { Width = 1280, Height = 800 };
        // What moves in is measured where it ends.
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await browser.NewContextAsync(options);
        return new(url, context, await context.NewPageAsync());
    }

    /// <summary>In a profile that has its own window.</summary>
    public static async Task<Walk> StartAsync(IBrowserContext context, string url) => new(url, context, context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync());

    /// <summary>Loads a page in full and waits until the runtime has settled.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(Url + path);
        await SettledAsync();
    }

    /// <summary>Follows a link of the navigation, inside the document, and waits until the runtime has settled.</summary>
    public async Task FollowAsync(string path)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await Page.Locator($"nav a[href='{path}']").ClickAsync();
        // Enhanced navigation wipes what a script puts on <html>; the address alone changes before the content does.
        await Page.WaitForFunctionAsync("path => location.pathname == path && !document.documentElement.dataset.before", path);
        await SettledAsync();
    }

    /// <summary>Follows a link where the navigation has one, else loads the page.</summary>
    public async Task FollowOrOpenAsync(string path)
    {
        if (await Page.Locator($"nav a[href='{path}']").CountAsync() > 0)
        {
            await FollowAsync(path);
        }
        else
        {
            await OpenAsync(path);
        }
    }

    /// <summary>Gives the page a direction, and the library's own parts too, whose language tells theirs.</summary>
    public Task TurnAsync(string direction) => Page.EvaluateAsync("direction => { for (const element of document.querySelectorAll('html, .ic[dir]')) element.dir = direction }", direction);

    /// <summary>Runs what leaves the page: a moment later, since a page that is gone has nothing to answer with.</summary>
    public Task GoAsync(string script) => Page.EvaluateAsync($"() => {{ setTimeout(() => {{ {script} }}) }}");

    public async Task BackAsync()
    {
        await Page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await Page.GoBackAsync();
        await Page.WaitForFunctionAsync("() => !document.documentElement.dataset.before");
        await SettledAsync();
    }

    /// <summary>Waits for a full load of an address that begins like this.</summary>
    public async Task ArriveAsync(string path)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(Url + path)));
        // Asked of the document: the event may be that of another, where a page loads itself once more. Asked from here: where scripts are
        // switched off, the browser runs no frame in which a page could look a second time.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await IsCompleteAsync())
        {
            // The pause between two looks.
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task<bool> IsCompleteAsync()
    {
        try
        {
            return await Page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            // The document went while it was asked.
            return false;
        }
    }

    /// <summary>Waits until all is done, also where that reloads the page meanwhile.</summary>
    public Task SettledAsync() => Page.WaitForFunctionAsync("() => window.innovexusConsent && innovexusConsent.settled.then(() => true)");

    /// <summary>Clicks a button of the banner and waits for what follows.</summary>
    public Task ChooseAsync(string button) => ChooseInAsync(Banner, button);

    /// <summary>Clicks a button of a form and waits for what follows.</summary>
    public async Task ChooseInAsync(ILocator form, string button)
    {
        await form.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await SettledAsync();
    }

    public async Task OpenSettingsAsync()
    {
        await SettingsLink.ClickAsync();
        await Dialog.WaitForAsync();
    }

    /// <summary>Whether the document is still the one that <see cref="MarkDocumentAsync"/> marked.</summary>
    public Task<bool> IsMarkedAsync() => Page.EvaluateAsync<bool>("() => !!window.marked");

    public Task MarkDocumentAsync() => Page.EvaluateAsync("() => { window.marked = true }");

    /// <summary>Holds requests back until what it answers is set.</summary>
    public async Task<TaskCompletionSource> HoldAsync(string address)
    {
        var release = new TaskCompletionSource();
        await Context.RouteAsync(address, async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        return release;
    }

    /// <summary>Waits until a frame has loaded: the browser keeps no page of which one is still on its way.</summary>
    public Task FrameLoadedAsync() =>
        Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(entry => entry.initiatorType == 'iframe' && entry.responseEnd > 0)");

    /// <summary>What the host's scripts wrote, in order.</summary>
    public Task<string[]> RanAsync() => Page.EvaluateAsync<string[]>("() => window.ran ?? []");

    public async Task<string?> CookieAsync() => (await Context.CookiesAsync()).SingleOrDefault(cookie => cookie.Name.Contains("ic_consent", StringComparison.Ordinal))?.Value;

    /// <summary>Another tab of the same visitor.</summary>
    public async Task<Walk> NewTabAsync() => new(Url, Context, await Context.NewPageAsync(), owned: false);

    public async ValueTask DisposeAsync()
    {
        // The driver sometimes waits without an end, for a page that was still loading or that the browser has put away. The browser's own
        // end takes along what is left.
        var closing = _owned ? Context.DisposeAsync().AsTask() : Page.CloseAsync();
        await Task.WhenAny(closing, Task.Delay(TimeSpan.FromSeconds(20)));
    }
}
