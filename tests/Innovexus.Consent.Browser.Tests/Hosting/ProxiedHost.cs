namespace Innovexus.Consent.Browser.Tests;

/// <summary>The web host behind a proxy that ends TLS, and tells the application so or not.</summary>
public abstract class ProxiedHost(bool forwards, params (string Name, string Value)[] settings)
    : WebHost([("ASPNETCORE_FORWARDEDHEADERS_ENABLED", forwards ? "true" : "false"), .. settings])
{
    private AppProcess? _proxy;

    public override string Url => _proxy!.Url;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _proxy = await AppProcess.StartAsync("tests/hosts/Proxy", "https", [("Target", base.Url), ("Forwards", forwards ? "on" : "off")]);
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
