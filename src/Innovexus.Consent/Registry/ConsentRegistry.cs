using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Innovexus.Consent;

/// <summary>
/// Everything a site declares: categories, vendors and what they store. Immutable and safe to share between threads;
/// a singleton in dependency injection.
/// </summary>
public sealed class ConsentRegistry
{
    private readonly FrozenDictionary<string, ConsentCategory> _categories;
    private readonly FrozenDictionary<string, ConsentVendor> _vendors;

    internal ConsentRegistry(
        ConsentController controller,
        string privacyPolicyPath,
        string? preferencesPath,
        IEnumerable<ConsentCategory> categories)
    {
        Controller = controller;
        PrivacyPolicyPath = privacyPolicyPath;
        PreferencesPath = preferencesPath;
        Categories = [.. categories];
        Vendors = [.. Categories.SelectMany(category => category.Vendors)];
        _categories = Categories.ToFrozenDictionary(category => category.Id, StringComparer.Ordinal);
        _vendors = Vendors.ToFrozenDictionary(vendor => vendor.Id, StringComparer.Ordinal);
    }

    /// <summary>Who answers for the site.</summary>
    public ConsentController Controller { get; }

    /// <summary>The privacy policy's path or address.</summary>
    public string PrivacyPolicyPath { get; }

    /// <summary>The site's own preferences page, or <see langword="null"/> for the built-in one.</summary>
    public string? PreferencesPath { get; }

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
        return _categories.TryGetValue(id, out category);
    }

    /// <summary>Finds a vendor.</summary>
    /// <param name="id">Its id; case matters.</param>
    /// <param name="vendor">The vendor, if there is one.</param>
    public bool TryGetVendor(string id, [NotNullWhen(true)] out ConsentVendor? vendor)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _vendors.TryGetValue(id, out vendor);
    }

    /// <summary>Whether an id is declared, as a category or a vendor.</summary>
    internal bool Knows(string id) => _categories.ContainsKey(id) || _vendors.ContainsKey(id);

    /// <summary>The categories that visitors see.</summary>
    internal IEnumerable<ConsentCategory> Shown => Categories.Where(category => category.Vendors.Count > 0);

    internal IEnumerable<string> Ids => Categories.Select(category => category.Id).Concat(Vendors.Select(vendor => vendor.Id));
}
