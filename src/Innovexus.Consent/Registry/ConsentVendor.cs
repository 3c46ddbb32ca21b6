namespace Innovexus.Consent;

/// <summary>Who sets cookies or runs scripts in one category. Immutable and safe to share between threads.</summary>
public sealed class ConsentVendor
{
    // None where the library has its own, which are looked up when they are rendered.
    private readonly string? _name;
    private readonly string? _purpose;

    // As a server wrote them; none where this is the server, or where there is none.
    private readonly string? _places;
    private readonly ConsentTexts _texts;

    internal ConsentVendor(string id, string category, VendorOptions options, string? places = null, ConsentTexts? texts = null)
    {
        Id = id;
        Category = category;
        _name = options.Name;
        _purpose = options.Purpose;
        _places = places;
        _texts = texts ?? ConsentTexts.Default;
        PolicyUrl = options.PolicyUrl;
        Role = options.Role;
        SaleOrShare = options.IsSaleOrShare;
        SensitiveData = options.SensitiveData;
        Countries = [.. options.Countries];
        Transfer = options.Transfer;
        Revision = options.Revision;
        Cookies = [.. options.Cookies];
        Origins = [.. options.Origins];
        Signals = [.. options.Signals];
        Scripts = [.. options.Scripts];
        Events = options.Events;
        PageView = options.PageView;
        PageViews = options.PageViews;
    }

    /// <summary>The id in markup, configuration and cookie: lower case, digits and hyphens.</summary>
    public string Id { get; }

    /// <summary>The id of the category it belongs to.</summary>
    public string Category { get; }

    /// <summary>The name that visitors know.</summary>
    public string Name => _name ?? ConsentTexts.VendorName(Id);

    /// <summary>What the site uses it for, in a few words.</summary>
    public string Purpose => _purpose ?? _texts.VendorPurpose(Id);

    /// <summary>Its privacy policy.</summary>
    public string? PolicyUrl { get; }

    /// <summary>What it is to the site.</summary>
    public VendorRole Role { get; }

    /// <summary>
    /// Whether using it is a sale or sharing of personal information, or targeted advertising (Cal. Civ. Code 1798.140(ad), (ah)):
    /// an opt-out signal such as Global Privacy Control then locks it.
    /// </summary>
    public bool SaleOrShare { get; }

    /// <summary>
    /// Whether it uses sensitive personal information for more than what the visitor asked for (Cal. Civ. Code § 1798.121): the page of
    /// privacy choices then offers to limit that.
    /// </summary>
    public bool SensitiveData { get; }

    /// <summary>Where it processes data: ISO 3166 codes such as <c>EE</c>.</summary>
    public IReadOnlyList<string> Countries { get; }

    /// <summary>What makes transfers to those countries lawful, such as <c>SCC</c> or <c>adequacy</c> (GDPR Chapter V).</summary>
    public string? Transfer { get; }

    /// <summary>Raised by the site when something material changes that the other properties do not show; visitors are then asked again.</summary>
    public int Revision { get; }

    /// <summary>What it stores in the browser.</summary>
    public IReadOnlyList<CookieDeclaration> Cookies { get; }

    /// <summary>Where it is fetched from.</summary>
    public IReadOnlyList<VendorOrigin> Origins { get; }

    /// <summary>What is said to its script, and when.</summary>
    public IReadOnlyList<VendorSignal> Signals { get; }

    /// <summary>What loads it, in this order; nothing where the site writes its scripts itself.</summary>
    internal IReadOnlyList<VendorScript> Scripts { get; }

    /// <summary>How an event of the site is said to its script; nothing where it hears of none.</summary>
    public VendorCall? Events { get; }

    /// <summary>How a page view is said to its script; nothing where it is told of none.</summary>
    public VendorCall? PageView { get; }

    /// <summary>Which page views its script counts by itself.</summary>
    public VendorPageViews PageViews { get; }

    /// <summary>Whether visitors may opt out of its sale or sharing on the page of privacy choices.</summary>
    internal bool IsSold => SaleOrShare || Category == ConsentCategories.Marketing;

    /// <summary>Where data goes, in words; the names of countries come from the server, since browsers' runtimes carry none.</summary>
    internal string? Places => _places ?? VendorPlaces.Of(Countries, Transfer);
}
