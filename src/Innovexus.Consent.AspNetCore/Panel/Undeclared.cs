namespace Innovexus.Consent;

/// <summary>Finds what a page has stored or asked for that nobody declares, and groups it by whose it is likely to be.</summary>
internal sealed class Undeclared(ConsentFeature consent, PanelHints hints)
{
    private readonly ConsentRegistry _registry = consent.Registry;

    public IReadOnlyList<PanelFinding> Of(PanelReport report)
    {
        // Those that scripts do not see as well.
        var stored = RequestCookies.Names(consent.Context.Request).Select(name => (Kind: StorageKind.Cookie, Name: name)).Concat(report.Stored).Distinct()
            .Where(item => !IsDeclared(item.Kind, item.Name)).ToArray();
        // One of each origin: the others need the same line.
        var requests = report.Requests.Where(request => !IsDeclared(request.Address, request.Use))
            .GroupBy(request => request.Address.GetLeftPart(UriPartial.Authority))
            .Select(group => (Address: group.First().Address, Use: group.Aggregate(VendorUses.None, (uses, request) => uses | request.Use))).ToArray();

        var framework = stored.Where(item => BuiltInDeclarations.FrameworkCookieOf(item.Kind, item.Name) != FrameworkCookies.None).ToArray();
        var names = stored.Except(framework).Select(item => (item.Kind, item.Name, Hints: hints.OfStored(item.Kind, item.Name))).ToArray();
        var addresses = requests.Select(request => (request.Address, request.Use, Hints: hints.OfAddress(request.Address))).ToArray();
        // Who explains the most of it is the most likely.
        var votes = names.Select(item => item.Hints).Concat(addresses.Select(request => request.Hints)).SelectMany(found => found).CountBy(hint => hint.Id).ToDictionary();
        var groups = new Dictionary<string, FoundVendor>(StringComparer.Ordinal);
        foreach (var (kind, name, found) in names)
        {
            var group = Group(found, Slug(name));
            group.Stored.Add((kind, name, found.FirstOrDefault(hint => hint.Id == group.Id)?.ItemPurpose));
        }

        foreach (var (address, use, found) in addresses)
        {
            Group(found, Slug(address.Host)).Origins.Add((address.GetLeftPart(UriPartial.Authority), use));
        }

        return
        [
            .. framework.Length == 0 ? [] : new[] { DeclarationLines.Framework(framework) },
            .. groups.Values.OrderBy(group => group.Hint is null).ThenBy(group => group.Id, StringComparer.Ordinal)
                .Select(group => DeclarationLines.Of(group, _registry.TryGetVendor(group.Id, out _), hints.HasCatalogue)),
        ];

        FoundVendor Group(IReadOnlyList<VendorHint> found, string id)
        {
            // Where the site has declared one of those that it may be, that one.
            var hint = found.OrderByDescending(hint => _registry.TryGetVendor(hint.Id, out _)).ThenByDescending(hint => votes[hint.Id]).FirstOrDefault();
            id = hint?.Id ?? id;
            if (!groups.TryGetValue(id, out var group))
            {
                groups[id] = group = new(id, hint);
            }

            group.Others.UnionWith(found.Where(other => other.Id != id).Take(3).Select(other => other.Name));
            return group;
        }
    }

    // An id made of a name or host, for the site to replace.
    private static string Slug(string text)
    {
        var id = string.Join('-', new string([.. text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        id = id.Length > 0 && char.IsAsciiLetter(id[0]) ? id : $"vendor-{id}";
        return id[..Math.Min(id.Length, ConsentId.MaxLength)].TrimEnd('-');
    }

    private bool IsDeclared(StorageKind kind, string name) =>
        IsOwn(kind, name) || _registry.Vendors.Any(vendor => vendor.Cookies.Any(item => item.Kind == kind && !item.ThirdParty && CookiePattern.MatchesStored(item.Name, name)));

    // The library's own, also where the site needs no declaration of them, and what this panel keeps.
    private bool IsOwn(StorageKind kind, string name) =>
        consent.Names.Of(kind).Contains(name) || BuiltInDeclarations.OwnNames(kind).Contains(name) || name is Pretence.Cookie or "ic_panel";

    private bool IsDeclared(Uri address, VendorUses use) =>
        _registry.Vendors.Any(vendor => vendor.Origins.Any(origin => (origin.Uses & use) != 0 && VendorSource.Matches(origin.Origin, address)));
}

/// <summary>What was found of one likely vendor.</summary>
/// <param name="id">The vendor's id, or one made of what was found.</param>
/// <param name="hint">What the catalogue says of it; nothing where it knows none.</param>
internal sealed class FoundVendor(string id, VendorHint? hint)
{
    public string Id => id;

    public VendorHint? Hint => hint;

    public List<(StorageKind Kind, string Name, string? Purpose)> Stored { get; } = [];

    public List<(string Origin, VendorUses Uses)> Origins { get; } = [];

    /// <summary>Who else it may be.</summary>
    public SortedSet<string> Others { get; } = new(StringComparer.Ordinal);
}
