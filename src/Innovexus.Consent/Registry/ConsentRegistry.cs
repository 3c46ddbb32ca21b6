using System.Diagnostics.CodeAnalysis;

namespace Innovexus.Consent;

/// <summary>
/// Everything a site declares: categories, vendors and what they store. Immutable and safe to share between threads;
/// a singleton in dependency injection.
/// </summary>
public sealed class ConsentRegistry
{
    // Loops and plain collections: what is generic over a type of ours alone is code that a WebAssembly application downloads.
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<object> _entries = [];
    private readonly Lazy<RegistrySignals?> _signals;

    internal ConsentRegistry(
        ControllerIdentity controller,
        string privacyPolicyPath,
        string? preferencesPath,
        string? privacyChoicesPath,
        IReadOnlyList<PolicyVersion> policyVersions,
        IEnumerable<ConsentCategory> categories)
    {
        PrivacyChoicesPath = privacyChoicesPath;
        PolicyVersions = policyVersions;
        Controller = controller;
        PrivacyPolicyPath = privacyPolicyPath;
        PreferencesPath = preferencesPath;
        Categories = [.. categories];
        var vendors = new List<ConsentVendor>();
        foreach (var category in Categories)
        {
            Add(category.Id, category);
            foreach (var vendor in category.Vendors)
            {
                Add(vendor.Id, vendor);
                vendors.Add(vendor);
            }
        }

        Vendors = vendors;
        _signals = new(() => RegistrySignals.Of(Signals, Vendors));
    }

    private void Add(string id, object entry)
    {
        _positions.Add(id, _entries.Count);
        _entries.Add(entry);
    }

    /// <summary>Who answers for the site.</summary>
    public ControllerIdentity Controller { get; }

    /// <summary>The privacy policy's path or address.</summary>
    public string PrivacyPolicyPath { get; }

    /// <summary>The site's own preferences page, or <see langword="null"/> for the built-in one.</summary>
    public string? PreferencesPath { get; }

    /// <summary>The site's own page of privacy choices, or <see langword="null"/> for the built-in one.</summary>
    public string? PrivacyChoicesPath { get; }

    /// <summary>The versions of the privacy policy, the oldest first.</summary>
    public IReadOnlyList<PolicyVersion> PolicyVersions { get; }

    /// <summary>Whether visitors are told that a choice also counts for their account.</summary>
    internal bool FollowsAccount { get; init; }

    /// <summary>All categories, in the order in which they are shown. Those without a vendor are not shown.</summary>
    public IReadOnlyList<ConsentCategory> Categories { get; }

    /// <summary>All vendors, category by category.</summary>
    public IReadOnlyList<ConsentVendor> Vendors { get; }

    /// <summary>What the site says to scripts that belong to no single vendor, such as a tag manager's.</summary>
    public IReadOnlyList<VendorSignal> Signals { get; internal init; } = [];

    /// <summary>The words that visitors read.</summary>
    internal ConsentTexts Texts { get; init; } = ConsentTexts.Default;

    /// <summary>All signals as a page has them; nothing where there are none.</summary>
    internal RegistrySignals? PageSignals => _signals.Value;

    /// <summary>Finds a category.</summary>
    /// <param name="id">Its id; case matters.</param>
    /// <param name="category">The category, if there is one.</param>
    public bool TryGetCategory(string id, [NotNullWhen(true)] out ConsentCategory? category)
    {
        ArgumentNullException.ThrowIfNull(id);
        category = Find(id) as ConsentCategory;
        return category is not null;
    }

    /// <summary>Finds a vendor.</summary>
    /// <param name="id">Its id; case matters.</param>
    /// <param name="vendor">The vendor, if there is one.</param>
    public bool TryGetVendor(string id, [NotNullWhen(true)] out ConsentVendor? vendor)
    {
        ArgumentNullException.ThrowIfNull(id);
        vendor = Find(id) as ConsentVendor;
        return vendor is not null;
    }

    /// <summary>Whether an id is declared, as a category or a vendor.</summary>
    internal bool Knows(string id) => _positions.ContainsKey(id);

    /// <summary>What may have been meant by an id that is not declared: the nearest one, or else what there is, the categories first.</summary>
    internal string Hint(string id) =>
        ConsentId.Nearest(id, Ids) is { } nearest ? $" Did you mean '{nearest}'?" : $" Declared are: {string.Join(", ", Ids.Take(20))}{(Count > 20 ? ", …" : ".")}";

    /// <summary>How many categories and vendors there are.</summary>
    internal int Count => _entries.Count;

    /// <summary>Where an id stands, each category being followed by its vendors; -1 for none.</summary>
    internal int PositionOf(string id) => _positions.TryGetValue(id, out var position) ? position : -1;

    private object? Find(string id) => _positions.TryGetValue(id, out var position) ? _entries[position] : null;

    /// <summary>The categories that visitors see.</summary>
    internal IEnumerable<ConsentCategory> Shown => Categories.Where(category => category.Vendors.Count > 0);

    internal IEnumerable<string> Ids => Categories.Select(category => category.Id).Concat(Vendors.Select(vendor => vendor.Id));
}
