using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>A visitor of a site, in a profile of its own.</summary>
internal sealed partial class Visit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly VendorSite _site;
    private readonly ConcurrentQueue<string> _requests = new();

    // How many requests there were when this page was opened.
    private int _before;

    private Visit(VendorSite site, IBrowserContext context, IPage page)
    {
        _site = site;
        Context = context;
        Page = page;
        context.Request += (_, request) => _requests.Enqueue(request.Url);
        context.WebError += (_, error) => Errors.Enqueue(error.Error);
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Enqueue(message.Text);
            }
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Everything that was asked for, the site's own addresses included.</summary>
    public string[] Requests => [.. _requests];

    public static async Task<Visit> StartAsync(IBrowser browser, VendorSite site)
    {
        var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, UserAgent = UserAgentOf(browser) });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return new(site, context, await context.NewPageAsync());
    }

    /// <summary>Another tab of the same visitor.</summary>
    public async Task<Visit> NewTabAsync() => new(_site, Context, await Context.NewPageAsync());

    public Task OpenAsync(string path) => GoAsync(() => Page.GotoAsync(_site.Url + path));

    public Task ReloadAsync() => GoAsync(() => Page.ReloadAsync());

    public async Task LeaveAndReturnAsync()
    {
        await Page.GotoAsync("https://elsewhere.test/");
        await GoAsync(() => Page.GoBackAsync());
    }

    private async Task GoAsync(Func<Task> go)
    {
        _before = _requests.Count;
        await go();
        await SettledAsync();
    }

    public Task SettledAsync() => Page.WaitForFunctionAsync("() => window.innovexusConsent && innovexusConsent.settled.then(() => true)");

    public async Task ChooseAsync(string button)
    {
        await Page.Locator("[data-ic-banner]").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await SettledAsync();
    }

    /// <summary>Grants everything in the preferences.</summary>
    public async Task GrantAsync()
    {
        await Page.Locator("footer a").ClickAsync();
        await Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Accept all", Exact = true }).ClickAsync();
        await SettledAsync();
    }

    /// <summary>Refuses everything in the preferences, and waits for the page that follows if the SDK ran here.</summary>
    public async Task WithdrawAsync()
    {
        await Page.Locator("footer a").ClickAsync();
        await Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Reject all", Exact = true }).ClickAsync();
        await Page.WaitForFunctionAsync("() => !window.sdk && window.innovexusConsent && innovexusConsent.settled.then(() => true)");
    }

    /// <summary>Waits for the SDK, has it send an event, and waits until this page has sent.</summary>
    public async Task SendAsync()
    {
        await UntilAsync(() => Page.EvaluateAsync<bool>("() => !!window.sdk?.event"), () => $"The SDK did not start: {string.Join(", ", Errors)}");
        var address = await Page.EvaluateAsync<string>("() => new URL(sdk.sends, location).href");
        await EventAsync();
        await UntilAsync(() => Task.FromResult(_requests.Skip(_before).Any(request => request.StartsWith(address, StringComparison.Ordinal))),
            () => $"No request for {address}, but {string.Join(", ", Requests.Skip(_before).Distinct())}; errors: {string.Join(", ", Errors)}");
    }

    /// <summary>Has the SDK send an event, whenever it likes.</summary>
    public Task EventAsync() => Page.EvaluateAsync("() => { Promise.resolve(sdk.event()).catch(error => console.error(error)) }");

    /// <summary>What could name a visitor in what is stored: long words with a digit in them, but for those of the SDK's own code; and where it was found.</summary>
    public async Task<Dictionary<string, string>> ValuesAsync()
    {
        var code = await Page.EvaluateAsync<string>("() => fetch('/sdk.js').then(answer => answer.text())");
        var cookies = (await Context.CookiesAsync()).Select(cookie => (Place: $"Cookie {cookie.Name}", Value: Uri.UnescapeDataString(cookie.Value)));
        var stored = await Page.EvaluateAsync<string[][]>("() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)]");
        return cookies.Concat(stored.Select(item => (Place: $"Storage {item[0]}", Value: item[1])))
            .Where(item => !item.Place.Contains(" ic_", StringComparison.Ordinal) && !item.Place.Contains("__Host-ic_", StringComparison.Ordinal))
            .SelectMany(item => Word().Matches(item.Value).Select(word => (word.Value, item.Place)))
            .Where(word => !code.Contains(word.Value, StringComparison.Ordinal)).DistinctBy(word => word.Value).ToDictionary(word => word.Value, word => word.Place);
    }

    /// <summary>What lies in the browser, without what is the library's own.</summary>
    public async Task<Stored[]> StoredAsync()
    {
        var cookies = await Context.CookiesAsync();
        // The page's clock: a test may have moved it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await Page.EvaluateAsync<long>("() => Date.now()"));
        var found = await Page.EvaluateAsync<Dictionary<string, string[]>>("""
            async () => ({
              LocalStorage: Object.keys(localStorage),
              SessionStorage: Object.keys(sessionStorage),
              IndexedDB: (await indexedDB.databases()).map(database => database.name),
              Cache: await caches.keys(),
              ServiceWorker: (await navigator.serviceWorker.getRegistrations()).map(worker => new URL(worker.scope).pathname),
            })
            """);
        // Some set a cookie for a moment, to learn on which domain they may: it is gone by now.
        var still = (await Context.CookiesAsync()).Select(cookie => (cookie.Name, cookie.Domain)).ToHashSet();
        return
        [
            .. cookies.Where(cookie => still.Contains((cookie.Name, cookie.Domain))).Select(cookie => new Stored(StorageKind.Cookie, cookie.Name, DaysOf(cookie, now), cookie.Domain))
                .Concat(found.SelectMany(kind => kind.Value.Select(name => new Stored(Enum.Parse<StorageKind>(kind.Key), name))))
                .Where(stored => !stored.Name.StartsWith("ic_", StringComparison.Ordinal) && !stored.Name.StartsWith("__Host-ic_", StringComparison.Ordinal)),
        ];
    }

    /// <summary>Puts something there as a vendor would.</summary>
    public Task PlantAsync(Stored mark) => Page.EvaluateAsync(
        """
        ({ kind, name }) => {
          if (kind == 'Cookie') document.cookie = `${name}=1; Max-Age=86400; Path=/`;
          else (kind == 'SessionStorage' ? sessionStorage : localStorage).setItem(name, '1');
        }
        """,
        new { kind = mark.Kind.ToString(), name = mark.Name });

    /// <summary>Waits for a condition.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var end = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < end, otherwise());
            // The pause between two looks.
            await Task.Delay(20);
        }
    }

    // Some SDKs do nothing in a browser without a window, either.
    private static string UserAgentOf(IBrowser browser) => $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{browser.Version.Split('.')[0]}.0.0.0 Safari/537.36";

    [GeneratedRegex(@"(?=[\w-]*\d)[\w-]{12,}")]
    private static partial Regex Word();

    private static double? DaysOf(BrowserContextCookiesResult cookie, DateTimeOffset now) =>
        cookie.Expires < 0 ? null : (DateTimeOffset.FromUnixTimeSeconds((long)cookie.Expires) - now).TotalDays;

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
