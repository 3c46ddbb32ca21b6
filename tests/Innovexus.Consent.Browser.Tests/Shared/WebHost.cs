namespace Innovexus.Consent.Browser.Tests;

/// <summary>A test host under one policy.</summary>
public abstract class WebHost(params (string Name, string Value)[] settings) : IAsyncLifetime
{
    protected virtual string Project => "tests/hosts/Web";

    private AppProcess? _app;

    public virtual string Url => _app!.Url;

    public string Output => _app!.Output;

    public virtual async ValueTask InitializeAsync() => _app = await StartAsync(settings);

    public virtual async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        CleanUp();
    }

    private protected virtual Task<AppProcess> StartAsync((string Name, string Value)[] settings) => AppProcess.StartAsync(Project, settings);

    protected virtual void CleanUp()
    {
    }
}

public sealed class HostWithoutPolicy() : WebHost(("ReferrerPolicy", "no-referrer"));

/// <summary>Whose pages load the sources.</summary>
public sealed class HostWithDebugScripts() : WebHost(("DebugScripts", "on"), ("Policy", "nonce"));

public sealed class HostWithOwnPreferences() : WebHost(("PreferencesPath", "/own-preferences"));

/// <summary>Thirty categories more, one of them with sixty vendors.</summary>
public sealed class HostWithManyVendors() : WebHost(("Vendors", "60"));

/// <summary>Thirty categories more, each with one vendor.</summary>
public sealed class HostWithManyCategories() : WebHost(("Vendors", "1"));

/// <summary>Whose site and vendors say what was chosen.</summary>
public sealed class HostWithSignals() : WebHost(("Signals", "on"), ("Policy", "nonce"));

/// <summary>Which has vendors from the catalogue.</summary>
public sealed class HostWithCatalogue() : WebHost(("Catalogue", "on"), ("Policy", "nonce"));

/// <summary>Which has those vendors from the catalogue that are told by calls of their own.</summary>
public sealed class HostWithPixels() : WebHost(("Catalogue", "pixels"), ("Policy", "nonce"));

/// <summary>Whose vendors hear of events and page views.</summary>
public sealed class HostWithEvents() : WebHost(("Events", "on"), ("Policy", "nonce"));

/// <summary>Whose vendors hear of both choices and events.</summary>
public sealed class HostWithSignalsAndEvents() : WebHost(("Signals", "on"), ("Events", "on"));

public sealed class HostWithNonce() : WebHost(("Policy", "nonce"));

/// <summary>For the sites of one parent domain.</summary>
public sealed class HostWithCookieDomain() : WebHost(("CookieDomain", "example.localhost"));

public sealed class HostWithStrictDynamic() : WebHost(("Policy", "strict-dynamic"));
