namespace Innovexus.Consent.Browser.Tests;

/// <summary>Where a random visitor walks, and how one sees that a page is there.</summary>
internal abstract record WalkedSite(string[] Pages)
{
    /// <summary>Whether a link loads a document of its own.</summary>
    public virtual bool LeavesDocument => false;

    /// <summary>The link to a page.</summary>
    public virtual string Link(string page) => page;

    /// <summary>Before a navigation, in the browser.</summary>
    public virtual Task MarkAsync(Walk walk) => Task.CompletedTask;

    /// <summary>Waits for a page inside the document; without a path for another than that of an address.</summary>
    public abstract Task ArriveAsync(Walk walk, string? path, string before);

    /// <summary>Waits until the page is at work, and sees that it shows what it must.</summary>
    public virtual Task CheckAsync(Walk walk, IReadOnlySet<string> granted, bool stale) => Task.CompletedTask;
}

/// <summary>Static pages: enhanced navigation wipes what a script puts on <c>html</c>.</summary>
internal sealed record StaticSite() : WalkedSite(["/", "/page-a", "/page-b", "/embed", "/embed-b", "/view", "/form", "/tracker"])
{
    public override Task MarkAsync(Walk walk) => walk.Page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");

    public override Task ArriveAsync(Walk walk, string? path, string before) => walk.Page.WaitForFunctionAsync(
        "path => window.innovexusConsent && !document.documentElement.dataset.before && (!path || location.pathname == path)", path);

    // A view that shows the other branch is refreshed after a decision.
    public override Task CheckAsync(Walk walk, IReadOnlySet<string> granted, bool stale) => walk.Page.WaitForFunctionAsync(
        "stale => stale || [...document.querySelectorAll('[data-ic-view]')].every(view => innovexusConsent.isGranted(view.dataset.icView) == view.hasAttribute('data-ic-granted'))", stale);
}

/// <summary>Pages with a renderer at work, of each by itself or of all.</summary>
internal sealed record InteractiveSite(string Prefix, string LinkPrefix, string[] Renderers, bool StaysInDocument)
    : WalkedSite([.. Names.Select(name => $"/{Prefix}{name}")])
{
    private static readonly string[] Names = ["live", "live-b", "live-embed", "live-preferences"];

    private static readonly Dictionary<string, string> VendorOfView = new(StringComparer.Ordinal) { ["live"] = "two", ["live-b"] = "one" };

    public override bool LeavesDocument => !StaysInDocument;

    public override string Link(string page) => LinkPrefix + page.Split('/')[^1];

    public override Task ArriveAsync(Walk walk, string? path, string before) => walk.Page.WaitForFunctionAsync(
        """
        ([path, before, renderers]) => window.innovexusConsent && (path ? location.pathname == path : location.href != before)
            && document.querySelector('h1')?.textContent.toLowerCase().replaceAll(' ', '-') == location.pathname.split('/').at(-1)
            && renderers.includes(document.getElementById('where')?.textContent)
        """,
        new object?[] { path, before, Renderers });

    public override async Task CheckAsync(Walk walk, IReadOnlySet<string> granted, bool stale)
    {
        var page = new Uri(walk.Page.Url).AbsolutePath;
        await ArriveAsync(walk, page, "");
        if (VendorOfView.GetValueOrDefault(page.Split('/')[^1]) is { } vendor)
        {
            await walk.Page.WaitForFunctionAsync(
                "granted => document.getElementById('view')?.textContent.startsWith('granted') == granted", granted.Contains(vendor));
        }

        // It answers, so the circuit is alive.
        var count = walk.Page.Locator("#count");
        var before = int.Parse(await count.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await count.EvaluateAsync("button => button.click()");
        await Microsoft.Playwright.Assertions.Expect(count).ToHaveTextAsync($"{before + 1}");
    }
}
