using System.Globalization;
using Innovexus.Consent.Browser.Tests;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>One visitor's random steps, each checked against a model of the visitor.</summary>
internal sealed class RandomSteps(Walk walk, int seed)
{
    private static readonly string[] Pages = ["/", "/page-a", "/page-b", "/embed", "/embed-b", "/view", "/tracker"];

    private static readonly Dictionary<string, string> VendorOf = new(StringComparer.Ordinal)
    {
        ["head"] = "one", ["view"] = "one", ["a"] = "one", ["b"] = "one", ["tracker"] = "tracker",
        ["film.html"] = "video", ["film-b.html"] = "video", ["map.svg"] = "video", ["advert.html"] = "three", ["pixel.svg"] = "three", ["by-hand.html"] = "two",
    };

    private readonly Random _random = new(seed);
    private readonly Visitor _visitor = new();
    private readonly List<string> _steps = [];
    private readonly List<string> _history = [Pages[0]];
    // A document that the browser kept comes back with what ran in it.
    private readonly Dictionary<string, string[]> _ranIn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _allowed = new(StringComparer.Ordinal);
    private string _document = "";
    private int _at;
    private int _seenRequests;

    private string Page => _history[_at];

    private bool IsStale => VendorsIn(_document).Any(vendor => !_visitor.Granted.Contains(vendor));

    public async Task RunAsync(int steps)
    {
        await walk.OpenAsync(Page);
        await CheckAsync();
        // Some are not possible everywhere: only those that were made count.
        while (_steps.Count < steps)
        {
            try
            {
                _allowed.Clear();
                _allowed.UnionWith(_visitor.Granted);
                await StepAsync();
                _allowed.UnionWith(_visitor.Granted);
                await CheckAsync();
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed}, step {_steps.Count} ({string.Join(", ", _steps.TakeLast(12))}): {exception.Message}", exception);
            }
        }
    }

    private Task StepAsync() => _random.Next(13) switch
    {
        0 => GoAsync("open", page => walk.OpenAsync(page)),
        1 or 2 or 3 => GoAsync("follow", page => walk.FollowAsync(page)),
        4 => HistoryAsync("back", -1),
        5 => HistoryAsync("forward", 1),
        6 => DecideAsync(true),
        7 => DecideAsync(false),
        8 => ToggleAsync(Any(Visitor.Vendors)),
        9 => ToggleAsync(Any([.. Visitor.Categories.Keys])),
        10 => EmbedAsync(),
        11 => SecondTabAsync(),
        _ => ReloadAsync(),
    };

    private async Task GoAsync(string step, Func<string, Task> go)
    {
        var page = Any([.. Pages.Where(page => page != Page)]);
        _steps.Add($"{step} {page}");
        await go(page);
        _history.RemoveRange(_at + 1, _history.Count - _at - 1);
        _history.Add(page);
        _at++;
    }

    private async Task HistoryAsync(string step, int delta)
    {
        if (_at + delta < 0 || _at + delta >= _history.Count)
        {
            return;
        }

        _steps.Add(step);
        _at += delta;
        await (delta < 0 ? walk.BackAsync(Page) : walk.ForwardAsync(Page));
    }

    private async Task ReloadAsync()
    {
        _steps.Add("reload");
        await walk.ReloadAsync();
    }

    private async Task DecideAsync(bool granted)
    {
        var form = Walk.Banner;
        if (_visitor.Decided || _random.Next(2) == 0)
        {
            form = Walk.Dialog;
            await walk.OpenSettingsAsync();
        }

        _steps.Add(granted ? "accept" : "reject");
        await AndFollowAsync(() => walk.ClickAsync($"{form} button[value={(granted ? "accept" : "reject")}-all]"), () => _visitor.DecideAll(granted));
    }

    private async Task ToggleAsync(string id)
    {
        var granted = !_visitor.Granted.Contains(id);
        _steps.Add($"toggle {id} {(granted ? "on" : "off")}");
        await walk.OpenSettingsAsync();
        await walk.DoAsync("for (const details of document.querySelectorAll('dialog details')) details.open = true");
        await walk.ClickAsync($"{Walk.Dialog} [role=switch][value={id}]");
        await AndFollowAsync(() => walk.ClickAsync($"{Walk.Dialog} button[value=save]"), () => _visitor.Save(id, granted));
    }

    private async Task EmbedAsync()
    {
        var file = await walk.EvaluateAsync<string?>("[...document.querySelectorAll('[data-ic-embed] .ic-placeholder')].find(form => form.checkVisibility({ visibilityProperty: true }))?.parentNode.querySelector('[data-ic-src]').dataset.icSrc.split('/').at(-1)");
        if (file is null)
        {
            return;
        }

        var vendor = VendorOf[file];
        var embed = $"[data-ic-embed]:has([data-ic-src$='/{file}'])";
        if (_random.Next(3) == 0)
        {
            _steps.Add($"always {file}");
            await AndFollowAsync(() => walk.ClickAsync($"{embed} button[value=change]"), () => _visitor.Allow(vendor));
        }
        else
        {
            _steps.Add($"once {file}");
            _allowed.Add(vendor);
            await walk.ClickAsync($"{embed} [data-ic-once]");
            // It takes the focus, and is scrolled to, a moment after it is opened.
            await walk.UntilAsync($"document.activeElement.matches(`[data-ic-src$='/{file}'][src]`)");
        }
    }

    // Decides elsewhere: this tab follows at once, but is not loaded under the visitor's hands.
    private async Task SecondTabAsync()
    {
        var granted = _random.Next(2) == 0;
        _steps.Add($"second tab {(granted ? "accepts" : "rejects")}");
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync(Any(Pages));
        var loadsAgain = !granted && (await other.RanAsync()).Length > 0;
        _visitor.DecideAll(granted);
        if (loadsAgain)
        {
            await other.ReloadsAsync(() => other.DoAsync("innovexusConsent.decide('reject-all')"));
        }
        else
        {
            await other.DoAsync($"innovexusConsent.decide('{(granted ? "accept" : "reject")}-all')");
        }

        await StateAsync(other);
        await other.SettledAsync();
    }

    private async Task AndFollowAsync(Func<Task> act, Action decide)
    {
        decide();
        if (IsStale)
        {
            await walk.ReloadsAsync(act);
        }
        else
        {
            await act();
        }

        await walk.UntilAsync("!document.querySelector('dialog')");
    }

    private Task StateAsync(Walk tab) => tab.UntilAsync(
        $"window.innovexusConsent && '{string.Join(' ', Visitor.Ids)}'.split(' ').every(id => innovexusConsent.isGranted(id) == ' {string.Join(' ', _visitor.Granted)} '.includes(` ${{id}} `))");

    private async Task CheckAsync()
    {
        await StateAsync(walk);
        await walk.SettledAsync();
        var seen = await walk.EvaluateAsync<Seen>("""
            {
                document: documentId, path: location.pathname, banner: !!document.querySelector('[data-ic-banner]')?.checkVisibility(),
                ran: [...(window.ran ?? []), ...(window.tracker ? ['tracker'] : [])], tracked: document.cookie.includes('tr='),
            }
            """);
        Assert.Equal(Page, seen.Path);
        var before = _ranIn.GetValueOrDefault(seen.Document, []);
        _document = seen.Document;
        _ranIn[_document] = seen.Ran;

        var once = seen.Ran.Where(name => !name.StartsWith("view ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(once.Distinct(), once);
        Assert.True(seen.Ran.Length >= before.Length);
        var ranBefore = before.Select(name => VendorOf[name.Split(' ')[0]]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(VendorsIn(_document), vendor => !ranBefore.Contains(vendor) && !_allowed.Contains(vendor));
        Assert.DoesNotContain(walk.Foreign.Skip(_seenRequests), file => !_allowed.Contains(VendorOf[file]));
        _seenRequests = walk.Foreign.Length;
        Assert.Equal(!_visitor.Decided, seen.Banner);
        Assert.True(_visitor.Granted.Contains("tracker") || !seen.Tracked, "The tracker's cookie is still there.");
        if (!IsStale)
        {
            await walk.UntilAsync("[...document.querySelectorAll('[data-ic-view]')].every(view => innovexusConsent.isGranted(view.dataset.icView) == view.hasAttribute('data-ic-granted'))");
        }

        await walk.NothingReportedAsync();
    }

    private IEnumerable<string> VendorsIn(string document) => _ranIn.GetValueOrDefault(document, []).Select(name => VendorOf[name.Split(' ')[0]]).Distinct();

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private sealed record Seen(string Document, string Path, bool Banner, string[] Ran, bool Tracked);
}

/// <summary>Random steps in each engine. WALK_STEPS and WALK_SEED choose how many and which.</summary>
public abstract class RandomWalks(IEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    [Fact]
    public Task Whatever_a_visitor_does() => WalkAsync(async walk =>
    {
        var steps = int.Parse(Environment.GetEnvironmentVariable("WALK_STEPS") ?? "150", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("WALK_SEED") ?? "1", CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}, {steps} steps.");
        await new RandomSteps(walk, seed).RunAsync(steps);
    });
}
