using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Innovexus.Consent;

/// <summary>
/// Everything a site declares: categories, vendors and what they store. Immutable and safe to share between threads;
/// a singleton in dependency injection.
/// </summary>
public sealed class ConsentRegistry
{
    private readonly FrozenDictionary<string, Entry> _entries;

    internal ConsentRegistry(
        ConsentController controller,
        string privacyPolicyPath,
        string? preferencesPath,
        string? privacyChoicesPath,
        IEnumerable<PolicyVersion> policyVersions,
        IEnumerable<ConsentCategory> categories)
    {
        PrivacyChoicesPath = privacyChoicesPath;
        PolicyVersions = [.. policyVersions.OrderBy(version => version.Effective)];
        Controller = controller;
        PrivacyPolicyPath = privacyPolicyPath;
        PreferencesPath = preferencesPath;
        Categories = [.. categories];
        Vendors = [.. Categories.SelectMany(category => category.Vendors)];
        _entries = Categories
            .SelectMany(category => category.Vendors.Select(vendor => (vendor.Id, Category: (ConsentCategory?)null, Vendor: (ConsentVendor?)vendor)).Prepend((category.Id, category, null)))
            .Select((entry, position) => (entry.Id, new Entry(position, entry.Category, entry.Vendor)))
            .ToFrozenDictionary(entry => entry.Id, entry => entry.Item2, StringComparer.Ordinal);
    }

    /// <summary>Who answers for the site.</summary>
    public ConsentController Controller { get; }

    /// <summary>The privacy policy's path or address.</summary>
    public string PrivacyPolicyPath { get; }

    /// <summary>The site's own preferences page, or <see langword="null"/> for the built-in one.</summary>
    public string? PreferencesPath { get; }

    /// <summary>The site's own page of privacy choices, or <see langword="null"/> for the built-in one.</summary>
    public string? PrivacyChoicesPath { get; }

    /// <summary>The versions of the privacy policy, the oldest first.</summary>
    public IReadOnlyList<PolicyVersion> PolicyVersions { get; }

    /// <summary>All categories, in the order in which they are shown. Those without a vendor are not shown.</summary>
    public IReadOnlyList<ConsentCategory> Categories { get; }

    /// <summary>All vendors, category by category.</summary>
    public IReadOnlyList<ConsentVendor> Vendors { get; }

    /// <summary>Finds a category.</summary>
    /// <param name="id">Its id; case matters.</param>
    /// <param name="category">The category, if there is one.</param>
    public bool TryGetCategory(string id, [NotNullWhen(true)] out ConsentCategory? category)
    {
        ArgumentNullException.ThrowIfNull(id);
        category = _entries.TryGetValue(id, out var entry) ? entry.Category : null;
        return category is not null;
    }

    /// <summary>Finds a vendor.</summary>
    /// <param name="id">Its id; case matters.</param>
    /// <param name="vendor">The vendor, if there is one.</param>
    public bool TryGetVendor(string id, [NotNullWhen(true)] out ConsentVendor? vendor)
    {
        ArgumentNullException.ThrowIfNull(id);
        vendor = _entries.TryGetValue(id, out var entry) ? entry.Vendor : null;
        return vendor is not null;
    }

    /// <summary>Whether an id is declared, as a category or a vendor.</summary>
    internal bool Knows(string id) => _entries.ContainsKey(id);

    /// <summary>How many categories and vendors there are.</summary>
    internal int Count => _entries.Count;

    /// <summary>Where an id stands, each category being followed by its vendors; -1 for none.</summary>
    internal int PositionOf(string id) => _entries.TryGetValue(id, out var entry) ? entry.Position : -1;

    /// <summary>The categories that visitors see.</summary>
    internal IEnumerable<ConsentCategory> Shown => Categories.Where(category => category.Vendors.Count > 0);

    internal IEnumerable<string> Ids => Categories.Select(category => category.Id).Concat(Vendors.Select(vendor => vendor.Id));

    private readonly record struct Entry(int Position, ConsentCategory? Category, ConsentVendor? Vendor);
}
