using System.Collections.Concurrent;

namespace Innovexus.Consent;

/// <summary>Which vendors declare a cookie, by name or pattern. Safe for concurrent use.</summary>
internal sealed class DeclaredCookies
{
    // The library's own pass always: which of them are declared depends on what a site uses.
    private static readonly string[] Own =
        [ConsentCookie.Name, ConsentCookie.SecureName, ConsentCookie.SignalName, ConsentCookie.SecureSignalName, PolicyNotice.Cookie];

    private const int MostNames = 1024;

    private readonly ConsentRegistry _registry;

    // A site sets a few names over and over, and some with a random end.
    private readonly ConcurrentDictionary<string, ConsentVendor[]> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConsentVendor[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public DeclaredCookies(ConsentRegistry registry)
    {
        _registry = registry;
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        var own = registry.Vendors.Where(vendor => vendor.Id == BuiltInDeclarations.OwnVendor).ToArray();
        foreach (var name in Own)
        {
            _known[name] = own;
        }
    }

    /// <summary>The vendors that declare a cookie of this name; none if nobody does.</summary>
    public ConsentVendor[] Of(ReadOnlySpan<char> name)
    {
        if (_lookup.TryGetValue(name, out var vendors))
        {
            return vendors;
        }

        vendors = Find(name.ToString());
        if (_known.Count < MostNames)
        {
            _lookup.TryAdd(name, vendors);
        }

        return vendors;
    }

    /// <summary>Whether one of the vendors may run: what several declare is theirs together.</summary>
    public static bool IsGranted(ConsentVendor[] vendors, ConsentFeature consent)
    {
        foreach (var vendor in vendors)
        {
            if (vendor.Category == ConsentCategories.Necessary || consent.Peek().IsGranted(vendor.Id))
            {
                return true;
            }
        }

        return false;
    }

    private ConsentVendor[] Find(string name) =>
        [.. _registry.Vendors.Where(vendor => VendorClearing.Declared(vendor).Any(cookie => CookiePattern.Matches(cookie.Name, name)))];
}
