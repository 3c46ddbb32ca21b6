namespace Innovexus.Consent;

/// <summary>What ASP.NET Core itself stores in the browser; name those that the site uses.</summary>
[Flags]
public enum FrameworkCookies
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The antiforgery token: any site with forms; Blazor sets it on every page once an interactive mode is added.</summary>
    Antiforgery = 1,

    /// <summary>Session state (<c>AddSession</c>).</summary>
    Session = 2,

    /// <summary>Signing in with cookies, ASP.NET Core Identity and external providers.</summary>
    Authentication = 4,

    /// <summary>TempData of MVC and Razor Pages; of Blazor too, from .NET 11 on.</summary>
    TempData = 8,

    /// <summary>
    /// What keeps a Blazor Server circuit on one machine: the affinity cookies of Azure App Service.
    /// The circuit itself stores nothing.
    /// </summary>
    Circuit = 16,

    /// <summary>What Blazor WebAssembly remembers of its downloads.</summary>
    WebAssembly = 32,

    /// <summary>What Blazor's media components keep of the files that they show, from .NET 11 on.</summary>
    Media = 64,

    /// <summary>All of them.</summary>
    All = Antiforgery | Session | Authentication | TempData | Circuit | WebAssembly | Media,
}
