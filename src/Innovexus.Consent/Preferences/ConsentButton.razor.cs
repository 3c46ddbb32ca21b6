using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// A small round button in a corner at the bottom of the window, which opens the preferences as <see cref="ConsentLink"/> does. It is for
/// sites without a footer, goes on every page once, and waits while the banner is there. Its name is "Cookie settings".
/// </summary>
public sealed partial class ConsentButton : ConsentComponentBase
{
    /// <summary>Whether it stands in the corner where lines end.</summary>
    /// <value>The default is <see langword="false"/>: the corner where lines start, on the left in a page written from left to right.</value>
    [Parameter]
    public bool AtEnd { get; set; }

    private string Address => $"{PreferencesAddress}?{ConsentPaths.Return}={Uri.EscapeDataString(ReturnPath)}";
}
