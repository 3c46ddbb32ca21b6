using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Which vendors declare a cookie, by name or pattern. Safe for concurrent use.</summary>
internal sealed class DeclaredCookies
{
    private const int MostNames = 1024;

    private readonly ConsentRegistry _registry;

    // The library's own cookies always pass: which of them are declared depends on what a site uses.
    private readonly string[] _own;
    private readonly Declaration _ownDeclaration;

    // A site sets a few names over and over, and some with a random end.
    private readonly ConcurrentDictionary<string, Declaration> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Declaration>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // Counting a concurrent dictionary locks all of it.
    private int _count;

    public DeclaredCookies(ConsentRegistry registry, IOptions<ConsentOptions> options)
    {
        _registry = registry;
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        ConsentNames[] own = [ConsentNames.Declared(options.Value, https: false), ConsentNames.Declared(options.Value, https: true)];
        // On a host outside the site's domain, cookies have the prefix all the same.
        _own = [.. own.SelectMany(IEnumerable<string> (names) => [names.Decision, names.Signal, names.Policy, names.Account]).SelectMany(IEnumerable<string> (name) => ConsentNames.PrefixOf(name).Length > 0 ? [name] : [name, ConsentNames.HostPrefix + name])
            .Distinct(StringComparer.Ordinal)];
        _ownDeclaration = new(registry, [.. registry.Vendors.Where(vendor => vendor.Id == BuiltInDeclarations.OwnVendor)]);
    }

    /// <summary>Who declares a cookie of this name.</summary>
    public Declaration Of(ReadOnlySpan<char> name) => _lookup.TryGetValue(name, out var declaration) ? declaration : Find(name.ToString());

    private Declaration Find(string name)
    {
        var declaration = Array.Exists(_own, own => CookiePattern.Matches(own, name)) ? _ownDeclaration : new Declaration(
            _registry, [.. _registry.Vendors.Where(vendor => VendorClearing.Declared(vendor).Any(cookie => CookiePattern.MatchesStored(cookie.Name, name)))]);
        // The cache is full of names with a random end, so it starts anew.
        if (Interlocked.Increment(ref _count) > MostNames)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        _known[name] = declaration;
        return declaration;
    }

    /// <summary>The vendors that declare a cookie; none if nobody does.</summary>
    public sealed class Declaration(ConsentRegistry registry, ConsentVendor[] vendors)
    {
        private readonly int[] _positions = [.. vendors.Select(vendor => registry.PositionOf(vendor.Id))];

        public ConsentVendor[] Vendors { get; } = vendors;

        /// <summary>Whether it may be set whatever the visitor chose.</summary>
        public bool IsNecessary { get; } = vendors.Any(vendor => vendor.Category == ConsentCategories.Necessary);

        /// <summary>Whether one of the vendors may run: a cookie that several declare needs only one of them.</summary>
        public bool IsGranted(ConsentState state)
        {
            foreach (var position in _positions)
            {
                if (state.Verdicts[position].Granted)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
