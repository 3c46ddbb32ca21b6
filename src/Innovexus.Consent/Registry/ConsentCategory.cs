namespace Innovexus.Consent;

/// <summary>A purpose that the visitor decides on. Immutable and safe to share between threads.</summary>
public sealed class ConsentCategory
{
    // None where the library has its own, which are looked up when they are rendered.
    private readonly string? _name;
    private readonly string? _purpose;
    private readonly ConsentTexts _texts;

    internal ConsentCategory(string id, string? name, string? purpose, int order, IReadOnlyList<ConsentVendor> vendors, string fingerprint, ConsentTexts? texts = null)
    {
        Id = id;
        _name = name;
        _purpose = purpose;
        Order = order;
        Vendors = vendors;
        Fingerprint = fingerprint;
        _texts = texts ?? ConsentTexts.Default;
    }

    /// <summary>The id in markup, configuration and cookie: lower case, digits and hyphens.</summary>
    public string Id { get; }

    /// <summary>The name on the switch.</summary>
    public string Name => _name ?? _texts.CategoryName(Id);

    /// <summary>What it is for, in a sentence below the switch.</summary>
    public string Purpose => _purpose ?? _texts.CategoryPurpose(Id);

    /// <summary>Where it stands among the others; lower comes first.</summary>
    public int Order { get; }

    /// <summary>Its vendors, in the order of their ids. A category without one is neither shown nor asked.</summary>
    public IReadOnlyList<ConsentVendor> Vendors { get; }

    /// <summary>Whether this is <see cref="ConsentCategories.Necessary"/>, which the site cannot work without and nobody decides on.</summary>
    public bool IsNecessary => Id == ConsentCategories.Necessary;

    /// <summary>
    /// Four letters that change when something material in it does: its vendors' ids, roles, <c>SaleOrShare</c>, countries,
    /// transfer mechanism and revision; never the wording. A decision made against another fingerprint is asked again.
    /// </summary>
    internal string Fingerprint { get; }
}
