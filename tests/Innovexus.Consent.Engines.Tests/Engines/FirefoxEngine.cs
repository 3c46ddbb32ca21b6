namespace Innovexus.Consent.Engines.Tests;

/// <summary>Firefox, by WebDriver BiDi: one process for the ordinary visitors, and one for each whose settings are the browser's.</summary>
public sealed class FirefoxEngine : IEngine
{
    private readonly Lazy<Task<FirefoxProcess>> _shared = new(() => FirefoxProcess.StartAsync());

    public string Name => "Firefox";

    public async Task<IVisitor> VisitAsync(Profile profile) => profile switch
    {
        Profile.Default => await FirefoxVisitor.StartAsync(await _shared.Value),
        Profile.WithoutScript => await StartAsync(("javascript.enabled", false)),
        Profile.PrivateWindow => await StartAsync(("browser.privatebrowsing.autostart", true)),
        Profile.GlobalPrivacyControl => await StartAsync(("privacy.globalprivacycontrol.enabled", true)),
        Profile.CookiesBlocked => await StartAsync(("network.cookie.cookieBehavior", 2)),
        // What about:preferences sets for it.
        Profile.StrictTrackingProtection => await StartAsync(
            ("browser.contentblocking.category", "strict"), ("privacy.trackingprotection.enabled", true), ("privacy.trackingprotection.socialtracking.enabled", true),
            ("privacy.trackingprotection.emailtracking.enabled", true), ("network.cookie.cookieBehavior", 5), ("privacy.fingerprintingProtection", true),
            ("privacy.query_stripping.enabled", true), ("network.http.referer.disallowCrossSiteRelaxingDefault.top_navigation", true)),
        Profile.ResistFingerprinting => await StartAsync(("privacy.resistFingerprinting", true)),
        _ => throw new NotSupportedException($"{Name}: {profile}"),
    };

    private static async Task<IVisitor> StartAsync(params (string Name, object Value)[] preferences) =>
        FirefoxVisitor.Alone(await FirefoxProcess.StartAsync(preferences));

    public async ValueTask DisposeAsync()
    {
        if (_shared.IsValueCreated)
        {
            await (await _shared.Value).DisposeAsync();
        }
    }
}
