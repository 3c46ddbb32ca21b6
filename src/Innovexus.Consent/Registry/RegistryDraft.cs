namespace Innovexus.Consent;

/// <summary>What was declared so far, in code and configuration, and what was wrong with the way it was declared.</summary>
internal sealed class RegistryDraft
{
    /// <summary>The words that visitors read.</summary>
    public ConsentTexts Texts { get; } = new();

    public Dictionary<string, CategoryOptions> Categories { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, VendorOptions> Vendors { get; } = new(StringComparer.Ordinal);

    /// <summary>The section that was read last; problems of the site as a whole name it.</summary>
    public string SectionPath { get; set; } = "Consent";

    /// <summary>Whether that section is not in the configuration at all.</summary>
    public bool SectionIsMissing { get; set; }

    /// <summary>Found while reading; joined with those found while building.</summary>
    public List<ConsentProblem> Problems { get; } = [];

    /// <summary>What a catalogue or a vendor of it has to tell: nothing that stops the start.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>What is told in Development only.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Where each declaration came from, so that a problem can name its path.</summary>
    public Dictionary<string, string> Paths { get; } = new(StringComparer.OrdinalIgnoreCase);

    // The keys of all sections, as they were first written.
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);

    // Configuration and code may both speak of one id, and code wins; two pieces of code may not.
    private readonly HashSet<string> _declaredInCode = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A key as the first section wrote it that has it at this place.</summary>
    public string Spelling(string place, string key)
    {
        var path = $"{place}:{key}";
        if (_keys.TryGetValue(path, out var first))
        {
            return first[^key.Length..];
        }

        _keys.Add(path);
        return key;
    }

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

    /// <summary>Whether code or configuration declares a vendor, a catalogue aside.</summary>
    public bool DeclaresVendor(string id) => Paths.ContainsKey($"Vendors:{id}") || _declaredInCode.Contains($"Vendors:{id}");

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
        if (entries.TryGetValue(id, out var entry))
        {
            return entry;
        }

        // Of one id that is spelled in two ways, as code and the environment may, the valid spelling counts; there is only one.
        var other = entries.Keys.FirstOrDefault(key => string.Equals(key, id, StringComparison.OrdinalIgnoreCase));
        if (other is null)
        {
            return entries[id] = new();
        }

        entry = entries[other];
        if (ConsentId.IsValid(id))
        {
            entries.Remove(other);
            entries[id] = entry;
        }

        return entry;
    }
}
