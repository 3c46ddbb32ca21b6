using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>One visitor's random walk, checked after each step.</summary>
internal sealed class RandomWalk(Walk walk, WalkedSite site, int seed)
{
    private static readonly Dictionary<string, string> VendorOf = new(StringComparer.Ordinal)
    {
        ["head"] = "one", ["view"] = "one", ["a"] = "one", ["b"] = "one", ["tracker"] = "tracker", ["live"] = "one", ["live-b"] = "one", ["live-preferences"] = "one",
        ["film.html"] = "video", ["film-b.html"] = "video", ["map.svg"] = "video", ["advert.html"] = "three", ["pixel.svg"] = "three", ["by-hand.html"] = "two",
    };

    private readonly Random _random = new(seed);
    private readonly Visitor _visitor = new();
    private readonly List<string> _steps = [];
    private readonly HashSet<string> _ranInDocument = new(StringComparer.Ordinal);
    private HashSet<string> _allowed = new(StringComparer.Ordinal);
    private string _document = "";
    private int _seenRuns;
    private int _seenRequests;
    private bool _stale;

    public IReadOnlyDictionary<string, int> Counts => _steps.Select(step => step.Split(' ')[0]).CountBy(step => step).ToDictionary();

    public static Task PrepareAsync(Walk walk) => walk.Context.AddInitScriptAsync(
        "window.documentId = `${Math.random()}`; window.clicks = 0; document.addEventListener('click', () => { clicks++ }, true);");

    public async Task RunAsync(int steps)
    {
        await walk.OpenAsync(site.Pages[0]);
        await CheckAsync();
        // Some are not possible everywhere: only those that were made count.
        while (_steps.Count < steps)
        {
            try
            {
                _allowed = [.. _visitor.Granted];
                // The driver itself waits without end where a page never answers.
                await StepAsync().WaitAsync(TimeSpan.FromMinutes(1));
                _allowed.UnionWith(_visitor.Granted);
                await CheckAsync().WaitAsync(TimeSpan.FromMinutes(1));
            }
            catch (Exception exception) when (exception is PlaywrightException or TimeoutException or Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"Seed {seed}, step {_steps.Count} ({string.Join(", ", _steps.TakeLast(12))}) at {walk.Page.Url}: {exception.Message}", exception);
            }
        }
    }

    private async Task StepAsync()
    {
        switch (_random.Next(15))
        {
            case 0:
                await GoAsync($"open {Any(site.Pages)}", path => walk.OpenAsync(path), newDocument: true);
                break;
            case 1 or 2 or 3:
                await GoAsync($"follow {Any(site.Pages)}", path => walk.Page.Locator($"nav a[href='{site.Link(path)}']").ClickAsync(), newDocument: _stale || site.LeavesDocument);
                break;
            case 4:
                await HistoryAsync("back", "canGoBack", "history.back()");
                break;
            case 5:
                await HistoryAsync("forward", "canGoForward", "history.forward()");
                break;
            case 6:
                await DecideAsync("accept", "Accept all", () => _visitor.DecideAll(true));
                break;
            case 7:
                await DecideAsync("reject", "Reject all", () => _visitor.DecideAll(false));
                break;
            case 8 or 9:
                await ToggleAsync(Any(Visitor.Vendors));
                break;
            case 10:
                await ToggleAsync(Any([.. Visitor.Categories.Keys]));
                break;
            case 11:
                await EmbedAsync();
                break;
            case 12:
                await SecondTabAsync();
                break;
            case 13:
                await CodeAsync();
                break;
            default:
                await GoAsync($"reload {new Uri(walk.Page.Url).AbsolutePath}", _ => walk.Page.ReloadAsync(), newDocument: true);
                break;
        }
    }

    private async Task GoAsync(string step, Func<string, Task> go, bool newDocument)
    {
        _steps.Add(step);
        var path = step.Split(' ')[1];
        var before = walk.Page.Url;
        await site.MarkAsync(walk);
        await go(path);
        await ArriveAsync(path, before, newDocument && (path != new Uri(before).AbsolutePath || !step.StartsWith("follow", StringComparison.Ordinal) || site.LeavesDocument || site is StaticSite));
    }

    private async Task HistoryAsync(string step, string possible, string go)
    {
        // To the same address once more, the framework asks for nothing.
        if (!await walk.Page.EvaluateAsync<bool>(
            $"navigation.{possible} && navigation.entries()[navigation.currentEntry.index + {(step == "back" ? -1 : 1)}].url != location.href"))
        {
            return;
        }

        _steps.Add(step);
        var before = walk.Page.Url;
        await site.MarkAsync(walk);
        // Later, since it may leave the document that has to answer.
        await walk.Page.EvaluateAsync($"() => {{ setTimeout(() => {{ {go} }}); }}");
        await ArriveAsync(null, before, _stale || site.LeavesDocument);
    }

    private async Task ArriveAsync(string? path, string before, bool newDocument)
    {
        if (newDocument)
        {
            await walk.Page.WaitForFunctionAsync("id => window.innovexusConsent && window.documentId && documentId != id", _document);
        }

        await site.ArriveAsync(walk, path, before);
    }

    private async Task DecideAsync(string step, string button, Action decide)
    {
        var form = walk.Banner;
        if (_visitor.Decided || _random.Next(2) == 0)
        {
            await OpenSettingsAsync();
            form = walk.Dialog;
        }

        _steps.Add(step);
        await AndWaitAsync(() => form.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(), decide);
    }

    private async Task ToggleAsync(string id)
    {
        var granted = !_visitor.Granted.Contains(id);
        _steps.Add($"toggle {id} {(granted ? "on" : "off")}");
        await OpenSettingsAsync();
        await walk.Dialog.EvaluateAsync("dialog => { for (const details of dialog.querySelectorAll('details')) details.open = true }");
        await walk.Dialog.Locator($"[role=switch][value={id}]").ClickAsync();
        await AndWaitAsync(() => walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(), () => _visitor.Save(id, granted));
    }

    private async Task EmbedAsync()
    {
        var button = _random.Next(3) == 0 ? "Always allow" : "Load once";
        var placeholder = walk.Page.Locator(".ic-placeholder:visible").First;
        if (await placeholder.CountAsync() == 0)
        {
            return;
        }

        var file = (await placeholder.Locator("xpath=..").Locator("[data-ic-src]").First.GetAttributeAsync("data-ic-src"))!.Split('/')[^1];
        _steps.Add($"{button.ToLowerInvariant().Replace(' ', '-')} {file}");
        var vendor = VendorOf[file];
        var locator = placeholder.GetByRole(AriaRole.Button, new() { Name = button });
        if (button == "Always allow")
        {
            await AndWaitAsync(() => locator.ClickAsync(), () => _visitor.Allow(vendor));
        }
        else
        {
            _allowed.Add(vendor);
            await locator.ClickAsync();
            // It takes the focus, and is scrolled to, a moment after it is opened.
            await walk.Page.WaitForFunctionAsync("file => document.activeElement.matches(`[data-ic-src$='/${file}'][src]`)", file);
        }
    }

    // In C#, where a page offers it.
    private async Task CodeAsync()
    {
        var (button, decide) = Any<(string, Action)>(
        [
            ("allow", () => _visitor.Allow("one")),
            ("refuse", () => _visitor.DecideAll(false)),
            ("only", () =>
            {
                _visitor.DecideAll(false);
                _visitor.Save("analytics", true);
                _visitor.Allow("video");
            }),
        ]);
        if (await walk.Page.Locator($"#{button}").CountAsync() == 0)
        {
            return;
        }

        _steps.Add($"code {button}");
        await AndWaitAsync(() => walk.Page.Locator($"#{button}").ClickAsync(), decide);
    }

    // Decides elsewhere: this tab follows at once, but is not loaded under the visitor's hands.
    private async Task SecondTabAsync()
    {
        _steps.Add("second-tab");
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync(Any(site.Pages));
        var granted = _random.Next(2) == 0;
        _visitor.DecideAll(granted);
        await other.SettledAsync();
        var before = await LookAsync(other);
        await other.Page.EvaluateAsync($"() => {{ innovexusConsent.decide('{(granted ? "accept" : "reject")}-all') }}");
        await WaitForStateAsync();
        _stale |= _ranInDocument.Any(vendor => !_visitor.Granted.Contains(vendor));
        if (!granted && before.Ran.Length > 0)
        {
            await other.Page.WaitForFunctionAsync("id => window.documentId && documentId != id", before.Document);
        }

        await other.Page.WaitForFunctionAsync("granted => window.innovexusConsent && innovexusConsent.isGranted('one') == granted", granted);
        await other.SettledAsync();
        Assert.Empty(other.Errors);
    }

    // A click a moment after a frame came or went may go to where the frame was and never reach the document: a machine is that
    // fast, no visitor. One that did reach it must open the dialog.
    private async Task OpenSettingsAsync()
    {
        var before = await walk.Page.EvaluateAsync<int>("window.clicks");
        await walk.SettingsLink.ClickAsync();
        await walk.Page.WaitForFunctionAsync("before => document.querySelector('dialog[open]') || clicks == before", before);
        if (await walk.Page.EvaluateAsync<int>("window.clicks") == before)
        {
            await walk.SettingsLink.ClickAsync();
        }

        await walk.Dialog.WaitForAsync();
    }

    private async Task AndWaitAsync(Func<Task> act, Action decide)
    {
        decide();
        var reload = _ranInDocument.Any(vendor => !_visitor.Granted.Contains(vendor));
        await act();
        if (reload)
        {
            await walk.Page.WaitForFunctionAsync("id => window.documentId && documentId != id", _document);
        }

        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await WaitForStateAsync();
    }

    private Task WaitForStateAsync() => walk.Page.WaitForFunctionAsync(
        "([ids, granted]) => window.innovexusConsent && ids.every(id => innovexusConsent.isGranted(id) == granted.includes(id))",
        new object[] { Visitor.Ids, _visitor.Granted.ToArray() });

    private async Task CheckAsync()
    {
        await WaitForStateAsync();
        await walk.SettledAsync();
        await site.CheckAsync(walk, _visitor.Granted, _stale);
        var seen = await LookAsync(walk);
        if (seen.Document != _document)
        {
            (_document, _seenRuns, _stale) = (seen.Document, 0, false);
            _ranInDocument.Clear();
        }

        var ran = seen.Ran.Order(StringComparer.Ordinal).ToArray();
        var once = ran.Where(name => !name.StartsWith("view ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(once.Distinct(), once);
        foreach (var vendor in seen.Ran.Select(name => VendorOf[name.Split(' ')[0]]).Distinct().Where(vendor => !_ranInDocument.Contains(vendor)))
        {
            Assert.True(_allowed.Contains(vendor), $"{vendor} ran without a grant.");
            _ranInDocument.Add(vendor);
        }

        Assert.True(seen.Ran.Length >= _seenRuns);
        foreach (var request in walk.Foreign.Skip(_seenRequests))
        {
            var vendor = VendorOf[request.Split('/')[^1]];
            Assert.True(_allowed.Contains(vendor), $"{request} was loaded without a grant.");
        }

        (_seenRuns, _seenRequests) = (seen.Ran.Length, walk.Foreign.Length);
        // The choice is on the page itself there.
        Assert.Equal(!_visitor.Decided && !walk.Page.Url.EndsWith("preferences", StringComparison.Ordinal), seen.Banner);
        Assert.True(_visitor.Granted.Contains("tracker") || !seen.Tracked, "The tracker's cookie is still there.");
        Assert.Empty(walk.Errors);
    }

    private static Task<Seen> LookAsync(Walk walk) => walk.Page.EvaluateAsync<Seen>("""
        () => ({
            document: documentId, banner: !!document.querySelector('[data-ic-banner]')?.checkVisibility(),
            ran: [...(window.ran ?? []), ...(window.tracker ? ['tracker'] : [])], tracked: document.cookie.includes('tr='),
        })
        """);

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private sealed class Seen
    {
        public string Document { get; set; } = "";

        public bool Banner { get; set; }

        public string[] Ran { get; set; } = [];

        public bool Tracked { get; set; }
    }
}
