namespace Innovexus.Consent.Browser.Tests;

/// <summary>Whose pages have the panel, under a strict policy.</summary>
public sealed class HostWithPanel() : WebHost(("Panel", "on"), ("Policy", "nonce"));

/// <summary>With the faults of a set-up: another site's cookie domain, a proxy that is believed, a policy that forbids frames, and vendors more.</summary>
public sealed class HostWithFaults() : WebHost(
    ("Panel", "on"), ("Policy", "no-frames"), ("CookieDomain", "example.localhost"), ("Catalogue", "on"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));

public sealed class HostWithServerAndPanel() : RenderModeHost("Server", global: true, ("Panel", "on"));

public sealed class HostWithWebAssemblyAndPanel() : RenderModeHost("WebAssembly", global: true, ("Panel", "on"));
