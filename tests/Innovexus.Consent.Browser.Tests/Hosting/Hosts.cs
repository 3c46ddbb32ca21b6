namespace Innovexus.Consent.Browser.Tests;

/// <summary>The web host with a render mode, of each page by itself or of all.</summary>
public abstract class RenderModeHost(string mode, bool global, params (string Name, string Value)[] settings)
    : WebHost([("RenderMode", mode), ("Interactivity", global ? "Global" : "PerPage"), .. settings]);

public sealed class HostWithoutEnhancedNavigation() : WebHost(("EnhancedNavigation", "off"));

public sealed class HostWithStreaming() : WebHost(("Streaming", "on"), ("Policy", "nonce"));

public sealed class HostWithServerPages() : RenderModeHost("Server", global: false);

public sealed class HostWithServer() : RenderModeHost("Server", global: true);

public sealed class HostWithWebAssemblyPages() : RenderModeHost("WebAssembly", global: false, ("Policy", "strict-dynamic"));

public sealed class HostWithWebAssemblyPagesNotPrerendered() : RenderModeHost("WebAssembly", global: false, ("Prerender", "off"));

public sealed class HostWithWebAssembly() : RenderModeHost("WebAssembly", global: true);

public sealed class HostWithServerAndSignals() : RenderModeHost("Server", global: true, ("Signals", "on"));

public sealed class HostWithWebAssemblyAndSignals() : RenderModeHost("WebAssembly", global: true, ("Signals", "on"));

public sealed class HostWithServerAndCatalogue() : RenderModeHost("Server", global: true, ("Catalogue", "on"));

public sealed class HostWithWebAssemblyAndCatalogue() : RenderModeHost("WebAssembly", global: true, ("Catalogue", "on"));

public sealed class HostWithServerAndEvents() : RenderModeHost("Server", global: true, ("Events", "on"));

public sealed class HostWithServerPagesAndEvents() : RenderModeHost("Server", global: false, ("Events", "on"));

public sealed class HostWithWebAssemblyAndEvents() : RenderModeHost("WebAssembly", global: true, ("Events", "on"));

public sealed class HostWithAutoAndEvents() : RenderModeHost("Auto", global: true, ("Events", "on"));

public sealed class MvcHostWithEvents() : WebHost(("Events", "on"))
{
    protected override string Project => "tests/hosts/Mvc";
}

/// <summary>Pages that are the same for all, whose vendors hear of events.</summary>
public sealed class HostWithCacheableEvents() : WebHost(("Cacheable", "on"), ("Events", "on"));

public sealed class HostWithWebAssemblyNotPrerendered() : RenderModeHost("WebAssembly", global: true, ("Prerender", "off"));

public sealed class HostWithAutoPages() : RenderModeHost("Auto", global: false);

public sealed class HostWithAuto() : RenderModeHost("Auto", global: true);

/// <summary>Razor Pages, MVC, and MVC with Blazor islands.</summary>
public sealed class MvcHost() : WebHost
{
    protected override string Project => "tests/hosts/Mvc";
}

/// <summary>Blazor pages that are the same for all, with enhanced navigation and a preferences page of the site's own.</summary>
public sealed class HostWithCacheableBlazorPages() : WebHost(("Cacheable", "on"), ("PreferencesPath", "/own-preferences"));

/// <summary>The same, whose site and vendors say what was chosen.</summary>
public sealed class HostWithCacheableSignals() : WebHost(("Cacheable", "on"), ("Signals", "on"));

/// <summary>The same, which has vendors from the catalogue.</summary>
public sealed class HostWithCacheableCatalogue() : WebHost(("Cacheable", "on"), ("Catalogue", "on"));

/// <summary>The same, with interactive components.</summary>
public sealed class HostWithCacheableInteractivePages() : RenderModeHost("Auto", global: false, ("Cacheable", "on"));

/// <summary>Razor Pages that the output cache keeps for all visitors, under a policy of hashes.</summary>
public sealed class HostWithCacheablePages() : WebHost(("Cacheable", "on"))
{
    protected override string Project => "tests/hosts/Mvc";
}
