using System.Diagnostics;
using System.Text.Json;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>A visitor's walk through a site, in one tab.</summary>
internal sealed class Walk : IAsyncDisposable
{
    public const string Banner = "[data-ic-banner]";
    public const string Dialog = "dialog[open]";
    public const string SettingsLink = "footer a[data-ic-open]";

    public const string IsOpen = "document.querySelector('dialog[open] form')";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // Long enough for a machine that is very busy; what does not come, does not come later either.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IVisitor _visitor;
    private readonly ITab _tab;
    private readonly bool _first;

    private Walk(Relay relay, IVisitor visitor, ITab tab, bool first)
    {
        (Relay, _visitor, _tab, _first) = (relay, visitor, tab, first);
    }

    public Relay Relay { get; }

    public string Version => _visitor.Version;

    /// <summary>What third parties were asked for: "film.html", oldest first.</summary>
    public string[] Foreign => [.. Relay.Requests.Where(request => request.Host != "localhost").Select(request => request.Path.Split('/')[^1])];

    /// <summary>Decisions that reached the site.</summary>
    public int Posts => Relay.Requests.Count(request => request is { Method: "POST", Path: "/_ic/decision" });

    public static async Task<Walk> StartAsync(IEngine engine, string site, Profile profile = Profile.Default)
    {
        var relay = await Relay.StartAsync(site);
        try
        {
            var visitor = await engine.VisitAsync(profile);
            return new(relay, visitor, await visitor.NewTabAsync(), first: true);
        }
        catch
        {
            await relay.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another tab of the same visitor.</summary>
    public async Task<Walk> NewTabAsync() => new(Relay, _visitor, await _visitor.NewTabAsync(), first: false);

    /// <summary>Loads a page in full, in whatever state it is then.</summary>
    public async Task GoAsync(string path)
    {
        await MarkDocumentAsync();
        await _tab.GoAsync(Relay.Url + path);
        await UntilAsync("!window.marked && document.readyState == 'complete'");
    }

    /// <summary>Loads a page in full and waits until the runtime has settled.</summary>
    public async Task OpenAsync(string path)
    {
        await GoAsync(path);
        await SettledAsync();
    }

    /// <summary>Follows a link of the navigation, inside the document, and waits until the runtime has settled.</summary>
    public async Task FollowAsync(string path)
    {
        await LeaveAsync(() => ClickAsync($"nav a[href='{path}']"), path);
    }

    public Task BackAsync(string path) => LeaveAsync(() => DoAsync("setTimeout(() => history.back())"), path);

    public Task ForwardAsync(string path) => LeaveAsync(() => DoAsync("setTimeout(() => history.forward())"), path);

    public Task ReloadAsync() => ReloadsAsync(() => DoAsync("setTimeout(() => location.reload())"));

    /// <summary>Does what makes the page load again, and waits for it.</summary>
    public async Task ReloadsAsync(Func<Task> act)
    {
        await MarkDocumentAsync();
        await act();
        await UntilAsync("!window.marked && window.innovexusConsent && document.readyState == 'complete'");
        await SettledAsync();
    }

    private async Task LeaveAsync(Func<Task> go, string path)
    {
        // Enhanced navigation wipes what a script puts on <html>; the address alone changes before the content does. A page that the
        // browser kept still has its own mark.
        var mark = Guid.NewGuid();
        await DoAsync($"document.documentElement.dataset.before = '{mark}'");
        await go();
        await UntilAsync($"location.pathname == '{path}' && document.documentElement.dataset.before != '{mark}'");
        await SettledAsync();
    }

    /// <summary>Waits until all is done, also where that reloads the page meanwhile.</summary>
    public async Task SettledAsync()
    {
        var token = Guid.NewGuid();
        await UntilAsync($$"""
            (() => {
                if (!window.innovexusConsent) return false;
                if (window.waiting != '{{token}}') {
                    window.waiting = '{{token}}';
                    window.settled = false;
                    innovexusConsent.settled.then(() => { window.settled = true });
                }
                return window.settled;
            })()
            """);
    }

    /// <summary>Clicks what can be clicked: it is there, in sight, and nothing lies over it.</summary>
    public async Task ClickAsync(string selector)
    {
        await UntilAsync($$"""
            (() => {
                const element = document.querySelector(`{{selector}}`);
                element?.scrollIntoView({ block: 'nearest' });
                const { left, top, width, height } = element?.getBoundingClientRect() ?? {};
                const hit = width && document.elementFromPoint(left + width / 2, top + height / 2);
                return !!hit && (element.contains(hit) || hit.contains(element));
            })()
            """);
        await _tab.ClickAsync(selector);
    }

    /// <summary>Clicks a button of the banner and waits for what follows.</summary>
    public Task ChooseAsync(string action) => ChooseInAsync(Banner, action);

    /// <summary>Clicks a button of a form and waits for what follows.</summary>
    public async Task ChooseInAsync(string form, string action)
    {
        await ClickAsync($"{form} button[value={action}]");
        await SettledAsync();
    }

    public async Task OpenSettingsAsync()
    {
        await ClickAsync(SettingsLink);
        await UntilAsync(IsOpen);
    }

    public async Task ChooseInSettingsAsync(string action)
    {
        await OpenSettingsAsync();
        await ChooseInAsync(Dialog, action);
    }

    public Task<bool> SeesAsync(string selector) => EvaluateAsync<bool>($"[...document.querySelectorAll(`{selector}`)].some(element => element.checkVisibility() && element.getClientRects().length > 0)");

    public Task<string> TextAsync(string selector) => EvaluateAsync<string>($"document.querySelector(`{selector}`)?.textContent.trim()");

    /// <summary>What the host's scripts wrote, in order.</summary>
    public Task<string[]> RanAsync() => EvaluateAsync<string[]>("window.ran ?? []");

    public Task<string> CookiesAsync() => EvaluateAsync<string>("document.cookie");

    public Task MarkDocumentAsync() => DoAsync("window.marked = true");

    /// <summary>Whether the document is still the one that <see cref="MarkDocumentAsync"/> marked.</summary>
    public Task<bool> IsMarkedAsync() => EvaluateAsync<bool>("!!window.marked");

    public async Task<T> EvaluateAsync<T>(string expression) =>
        JsonSerializer.Deserialize<T>(await _tab.EvaluateAsync($"JSON.stringify(({expression}) ?? null)"), Json)!;

    public Task DoAsync(string statements) => _tab.EvaluateAsync($"(() => {{ {statements}; return ''; }})()");

    public Task<byte[]> PrintAsync() => _tab.PrintAsync();

    /// <summary>Looks until an expression is true, also where the document is another meanwhile.</summary>
    public async Task UntilAsync(string condition)
    {
        Exception? last = null;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience;)
        {
            try
            {
                if (await EvaluateAsync<bool>($"!!({condition})").WaitAsync(Patience))
                {
                    return;
                }

                last = null;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The document went while it was asked.
                last = exception;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"Not true: {condition}{Environment.NewLine}{await DescribeAsync()}", last);
    }

    private async Task<string> DescribeAsync()
    {
        string page;
        try
        {
            page = await EvaluateAsync<string>("`${location.href} ${document.readyState} ${document.visibilityState} banner: ${!!document.querySelector('[data-ic-banner]')} cookies: ${document.cookie} runtime: ${!!window.innovexusConsent} ${JSON.stringify(window.innovexusConsent?.state)} ran: ${window.ran}`").WaitAsync(Patience);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            page = exception.Message;
        }

        return string.Join(Environment.NewLine, [page, "Reported:", .. Relay.Reported, "Asked for:", .. Relay.Requests.TakeLast(30)]);
    }

    /// <summary>Sees that the site's error reporting heard nothing, up to now.</summary>
    public async Task NothingReportedAsync()
    {
        // What was sent before this has arrived when this is answered.
        await DoAsync("window.asked = false; fetch('/relay/barrier').catch(() => {}).then(() => { window.asked = true })");
        await UntilAsync("window.asked");
        // What the framework's own parts say when a page is left early is the framework's.
        Assert.True(Relay.Reported.All(report => report.Contains("/_framework/", StringComparison.Ordinal)), string.Join(Environment.NewLine, Relay.Reported));
    }

    public async ValueTask DisposeAsync()
    {
        if (_first)
        {
            await _visitor.DisposeAsync();
            await Relay.DisposeAsync();
        }
        else
        {
            await _tab.CloseAsync();
        }
    }
}
