namespace Innovexus.Consent;

/// <summary>Declares a vendor. Used at start-up only; not safe for concurrent use.</summary>
public sealed class VendorOptions
{
    /// <summary>The id of the category it belongs to. Required.</summary>
    public string? Category { get; set; }

    /// <summary>The name that visitors know. Required.</summary>
    public string? Name { get; set; }

    /// <summary>What the site uses it for, in a few words. Required.</summary>
    public string? Purpose { get; set; }

    /// <summary>Its privacy policy: an http or https address, or a path of the site.</summary>
    public string? PolicyUrl { get; set; }

    /// <summary>What it is to the site.</summary>
    /// <value>The default is <see cref="VendorRole.ThirdParty"/>.</value>
    public VendorRole Role { get; set; }

    /// <summary>Whether using it is a sale or sharing of personal information (Cal. Civ. Code 1798.140(ad), (ah)) or targeted advertising.</summary>
    /// <value><see langword="null"/>, the default: true for <see cref="VendorRole.ThirdParty"/> and <see cref="VendorRole.JointController"/>, else false.</value>
    public bool? SaleOrShare { get; set; }

    internal bool IsSaleOrShare => SaleOrShare ?? Role is VendorRole.ThirdParty or VendorRole.JointController;

    /// <summary>
    /// Whether it uses sensitive personal information for more than what the visitor asked for (Cal. Civ. Code § 1798.121). Visitors can
    /// limit that on the page of privacy choices.
    /// </summary>
    public bool SensitiveData { get; set; }

    /// <summary>Where it processes data: ISO 3166 codes such as <c>EE</c>.</summary>
    public IList<string> Countries { get; set; } = [];

    /// <summary>What makes transfers to those countries lawful, such as <c>SCC</c> or <c>adequacy</c>.</summary>
    public string? Transfer { get; set; }

    /// <summary>Raise it when something material changes that the other properties do not show; visitors are then asked again.</summary>
    /// <value>The default is 1.</value>
    public int Revision { get; set; } = 1;

    /// <summary>What it stores in the browser.</summary>
    public IList<CookieDeclaration> Cookies { get; } = [];

    /// <summary>Where it is fetched from.</summary>
    public IList<VendorOrigin> Origins { get; } = [];

    /// <summary>What is said to its script, and when.</summary>
    public IList<VendorSignal> Signals { get; } = [];

    /// <summary>What loads it, in this order.</summary>
    internal IList<VendorScript> Scripts { get; } = [];

    /// <summary>How an event of the site is said to its script.</summary>
    /// <value><see langword="null"/>, the default: it hears of none.</value>
    public VendorCall? Events { get; set; }

    /// <summary>How a page view is said to its script. Never said where <see cref="PageViews"/> is <see cref="VendorPageViews.History"/>.</summary>
    /// <value><see langword="null"/>, the default: it is told of none.</value>
    public VendorCall? PageView { get; set; }

    /// <summary>Which page views its script counts by itself, and is not told of.</summary>
    /// <value>The default is <see cref="VendorPageViews.None"/>.</value>
    public VendorPageViews PageViews { get; set; }

    /// <summary>Declares a cookie. A declaration of the same name and kind is replaced.</summary>
    /// <param name="name">The name, or a pattern with <c>*</c>.</param>
    /// <param name="purpose">What it is for, as a visitor reads it.</param>
    /// <param name="duration">How long it stays, at most 400 days; <see langword="null"/>, the default, until the browser is closed.</param>
    public VendorOptions AddCookie(string name, string purpose, TimeSpan? duration = null) =>
        Add(new() { Name = name, Duration = duration, Purpose = purpose });

    /// <summary>Declares a key of <c>localStorage</c>. A declaration of the same name and kind is replaced.</summary>
    /// <param name="name">The name, or a pattern with <c>*</c>.</param>
    /// <param name="purpose">What it is for, as a visitor reads it.</param>
    public VendorOptions AddLocalStorage(string name, string purpose) =>
        Add(new() { Name = name, Kind = StorageKind.LocalStorage, Purpose = purpose });

    /// <summary>Declares a key of <c>sessionStorage</c>. A declaration of the same name and kind is replaced.</summary>
    /// <param name="name">The name, or a pattern with <c>*</c>.</param>
    /// <param name="purpose">What it is for, as a visitor reads it.</param>
    public VendorOptions AddSessionStorage(string name, string purpose) =>
        Add(new() { Name = name, Kind = StorageKind.SessionStorage, Purpose = purpose });

    /// <summary>Declares anything stored. A declaration of the same name and kind is replaced.</summary>
    /// <param name="declaration">What is stored.</param>
    public VendorOptions Add(CookieDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var same = Cookies.FirstOrDefault(cookie => cookie.Name == declaration.Name && cookie.Kind == declaration.Kind);
        if (same is not null)
        {
            Cookies.Remove(same);
        }

        Cookies.Add(declaration);
        return this;
    }

    /// <summary>Declares something that is said to the vendor's script. The same said twice counts once.</summary>
    /// <param name="when">When it is said.</param>
    /// <param name="form">How it is said.</param>
    /// <param name="target">The global function, queue or value, such as <c>fbq</c>.</param>
    /// <param name="arguments">A JSON array, such as <c>["consent", "revoke"]</c>; see <see cref="VendorSignal"/> for values that depend on the visitor.</param>
    public VendorOptions AddSignal(SignalMoment when, SignalForm form, string target, string arguments = "[]")
    {
        var signal = new VendorSignal { When = when, Form = form, Target = target, Arguments = arguments };
        if (!Signals.Contains(signal))
        {
            Signals.Add(signal);
        }

        return this;
    }

    /// <summary>Declares an origin that the vendor is fetched from; uses of the same origin add up.</summary>
    /// <param name="origin">Scheme, host and, if not the default, port: <c>https://plausible.io</c>; or <c>https://*.plausible.io</c> for all of its sub-domains.</param>
    /// <param name="uses">What is fetched from there.</param>
    public VendorOptions AddOrigin(string origin, VendorUses uses)
    {
        var same = Origins.FirstOrDefault(other => string.Equals(other.Origin, origin, StringComparison.OrdinalIgnoreCase));
        if (same is not null)
        {
            Origins.Remove(same);
            uses |= same.Uses;
        }

        Origins.Add(new() { Origin = origin, Uses = uses });
        return this;
    }
}
