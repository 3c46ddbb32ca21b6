namespace Innovexus.Consent.Browser.Tests;

/// <summary>The web host behind a proxy that ends TLS, and tells the application so or not.</summary>
public abstract class ProxiedHost(bool forwards, params (string Name, string Value)[] settings)
    : WebHost([("ASPNETCORE_FORWARDEDHEADERS_ENABLED", forwards ? "true" : "false"), .. settings])
{
    private AppProcess? _proxy;

    public override string Url => _proxy!.Url;

    /// <summary>What the proxy does besides.</summary>
    protected virtual (string Name, string Value)[] Proxy => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _proxy = await AppProcess.StartAsync("tests/hosts/Proxy", "https", [("Target", base.Url), ("Forwards", forwards ? "on" : "off"), .. Proxy]);
    }

    public override async ValueTask DisposeAsync()
    {
        await (_proxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
    }
}

/// <summary>As it should be set up, and below a path of the domain.</summary>
public sealed class HostBehindProxy() : ProxiedHost(true, ("PathBase", "/sub"), ("RenderMode", "Auto"), ("Interactivity", "Global"));

/// <summary>The application takes its visitors' https for http.</summary>
public sealed class HostBehindSilentProxy() : ProxiedHost(false);

/// <summary>Two applications below paths of one origin.</summary>
public sealed class TwoApplications() : ProxiedHost(true, ("PathBase", "/shop"))
{
    private readonly Desk _desk = new();

    protected override (string Name, string Value)[] Proxy => [("Desk", _desk.Url)];

    public override async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _desk.DisposeAsync();
    }

    private sealed class Desk() : WebHost(("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"), ("PathBase", "/desk"));
}

/// <summary>The proxy moves every cookie to the application's path.</summary>
public sealed class HostBehindCookiePath() : ProxiedHost(true, ("PathBase", "/app"))
{
    protected override (string Name, string Value)[] Proxy => [("CookiePath", "/app/")];
}

/// <summary>The same, where the site has named the cookie so that it may be moved.</summary>
public sealed class HostBehindCookiePathWithName() : ProxiedHost(true, ("PathBase", "/app"), ("CookieName", "app_consent"))
{
    protected override (string Name, string Value)[] Proxy => [("CookiePath", "/app/")];
}

/// <summary>The proxy hides every cookie from scripts.</summary>
public sealed class HostBehindHttpOnly() : ProxiedHost(true)
{
    protected override (string Name, string Value)[] Proxy => [("HttpOnly", "on")];
}
