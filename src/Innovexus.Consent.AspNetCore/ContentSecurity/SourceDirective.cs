namespace Innovexus.Consent;

/// <summary>The directives of a Content-Security-Policy (Level 3, section 6.1) that a vendor's uses belong to.</summary>
internal static class SourceDirective
{
    /// <summary>The directive that a report names, or what stands for it: <c>script-src-elem</c> belongs to <c>script-src</c>.</summary>
    public static (VendorUses Use, string Name)? Of(string? reported)
    {
        foreach (var (use, name, _) in All)
        {
            if (reported?.StartsWith(name, StringComparison.Ordinal) == true)
            {
                return (use, name);
            }
        }

        return reported is "manifest-src" or "worker-src" or "child-src" or "prefetch-src" ? (VendorSource.AnyUse, reported) : null;
    }

    /// <summary>
    /// Each with what it allows beside vendors: everything that comes from the site or from the page itself. Inline code is left to the
    /// site's own policy; browsers enforce both.
    /// </summary>
    public static readonly IReadOnlyList<(VendorUses Use, string Name, string Own)> All =
    [
        // Covers what no other directive does, such as manifests and what a page fetches in advance.
        (VendorSource.AnyUse, "default-src", "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data:"),
        (VendorUses.Script, "script-src", "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data:"),
        (VendorUses.Style, "style-src", "'self' 'unsafe-inline' blob: data:"),
        (VendorUses.Image, "img-src", "'self' blob: data:"),
        (VendorUses.Frame, "frame-src", "'self' blob: data:"),
        (VendorUses.Connect, "connect-src", "'self' blob: data:"),
        (VendorUses.Font, "font-src", "'self' blob: data:"),
        (VendorUses.Media, "media-src", "'self' blob: data:"),
        (VendorUses.Frame, "object-src", "'self' blob: data:"),
    ];
}
