namespace Innovexus.Consent.Engines.Tests;

/// <summary>
/// Pages that are left while something of the runtime's is on its way: some engines reject what they then end, and a site's error
/// reporting must not hear of it. And what failed once is asked for again.
/// </summary>
public abstract class LeavingWalks(IEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    private const string Settings = "document.querySelector('footer [data-ic-open]').click()";

    // What is on its way; the page, and what asks for it there.
    public static TheoryData<string, string, string> OnTheWay => new()
    {
        { "/ic-ui.", "/page-a", Settings },
        { "/_ic/preferences", "/page-a", Settings },
        { "/ic-ui.", "/form", "" },
        { "/ic-views.", "/form", "" },
        { "/ic-gates.", "/embed", "innovexusConsent.decide('accept-all')" },
        { "/ic-gates.", "/embed", "document.querySelector('[data-ic-once]').click()" },
        { "/ic-clear.", "/tracker", "innovexusConsent.decide('accept-all').then(() => innovexusConsent.decide('reject-all'))" },
        { "/_ic/decision", "/page-a", "innovexusConsent.decide('accept-all')" },
    };

    [Theory]
    [MemberData(nameof(OnTheWay))]
    public Task Left_while_something_is_on_its_way(string path, string page, string act) => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/order");
        var held = walk.Relay.Hold(path);
        await GoOnAsync(walk, page);
        await walk.DoAsync(act);
        await held.Arrived;

        // A link out of the document, clicked: what a script does while a page loads would take that page's place in the history.
        await walk.DoAsync("window.marked = true; for (const link of document.querySelectorAll('nav a')) link.dataset.enhanceNav = 'false'");
        await walk.ClickAsync("nav a[href='/page-b']");
        await walk.UntilAsync("location.pathname == '/page-b' && !window.marked && window.innovexusConsent");

        held.Release();
        await walk.SettledAsync();
        await walk.NothingReportedAsync();
        // Shown again, it works, and may do at once what it was asked before.
        await walk.BackAsync(page);
        await walk.DoAsync(Settings);
        await walk.UntilAsync(Walk.IsOpen);
    });

    [Fact]
    public Task The_settings_open_after_their_script_did_not_come() => WalkAsync(async walk =>
    {
        var held = walk.Relay.Hold("/ic-ui.");
        held.Break();
        await walk.OpenAsync("/page-a");
        await walk.DoAsync("document.querySelector('footer [data-ic-open]').dispatchEvent(new Event('focusin', { bubbles: true }))");
        await held.Arrived;
        held.Release();

        await walk.OpenSettingsAsync();
    });

    [Fact]
    public Task A_frame_loads_after_its_script_did_not_come() => WalkAsync(async walk =>
    {
        var held = walk.Relay.Hold("/ic-gates.");
        held.Break();
        await walk.OpenAsync("/embed");
        await walk.ChooseAsync("accept-all");
        await held.Arrived;
        held.Release();

        await walk.FollowAsync("/embed-b");

        await walk.UntilAsync("document.querySelector('iframe[src]')");
    });

    // Without waiting for the load, which what is held back may hold up.
    private static async Task GoOnAsync(Walk walk, string page)
    {
        await walk.MarkDocumentAsync();
        await walk.DoAsync($"location.href = '{page}'");
        await walk.UntilAsync($"location.pathname == '{page}' && !window.marked && window.innovexusConsent");
    }
}
