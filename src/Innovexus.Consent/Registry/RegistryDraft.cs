namespace Innovexus.Consent;

/// <summary>What was declared so far, in code and configuration, and what was wrong with the way it was declared.</summary>
internal sealed class RegistryDraft
{
    public Dictionary<string, CategoryOptions> Categories { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, VendorOptions> Vendors { get; } = new(StringComparer.Ordinal);

    /// <summary>The section that was read last; problems of the site as a whole name it.</summary>
    public string SectionPath { get; set; } = "Consent";

    /// <summary>Whether that section is not in the configuration at all.</summary>
    public bool SectionIsMissing { get; set; }

    /// <summary>Found while reading; joined with those found while building.</summary>
    public List<ConsentProblem> Problems { get; } = [];

    /// <summary>Where each declaration came from, so that a problem can name its path.</summary>
    public Dictionary<string, string> Paths { get; } = new(StringComparer.Ordinal);

    // Configuration and code may both speak of one id, and code wins; two pieces of code may not.
    private readonly HashSet<string> _declaredInCode = new(StringComparer.Ordinal);

    public CategoryOptions Category(string id) => GetOrAdd(Categories, id);

    public VendorOptions Vendor(string id) => GetOrAdd(Vendors, id);

    public void DeclareCategory(string id, Action<CategoryOptions>? configure)
    {
        DeclareInCode("Categories", id);
        configure?.Invoke(Category(id));
    }

    public void DeclareVendor(string id, string category, Action<VendorOptions>? configure)
    {
        DeclareInCode("Vendors", id);
        var vendor = Vendor(id);
        vendor.Category = category;
        configure?.Invoke(vendor);
    }

    public string Path(string kind, string id) => Paths.GetValueOrDefault($"{kind}:{id}") ?? $"{kind}:{id}";

    private void DeclareInCode(string kind, string id)
    {
        if (!_declaredInCode.Add($"{kind}:{id}"))
        {
            Problems.Add(new(
                $"{kind}:{id}",
                $"The id '{id}' is declared twice in code. Keep one declaration, or give the other an id of its own."));
        }
    }

    private static T GetOrAdd<T>(Dictionary<string, T> entries, string id)
        where T : new()
    {
        if (!entries.TryGetValue(id, out var entry))
        {
            entries[id] = entry = new();
        }

        return entry;
    }
}
