namespace Innovexus.Consent.Browser.Tests;

/// <summary>What must be true of a visitor, worked out from the steps alone: no line of the library's decides it.</summary>
internal sealed class Visitor
{
    public static readonly IReadOnlyDictionary<string, string[]> Categories = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["analytics"] = ["one"],
        ["functional"] = ["two", "video"],
        ["marketing"] = ["three", "tracker"],
    };

    public static readonly string[] Ids = [.. Categories.SelectMany(category => category.Value.Prepend(category.Key))];

    public static readonly string[] Vendors = [.. Categories.SelectMany(category => category.Value)];

    private readonly HashSet<string> _granted = new(StringComparer.Ordinal);

    public bool Decided { get; private set; }

    public IReadOnlySet<string> Granted => _granted;

    public void DecideAll(bool granted)
    {
        Decided = true;
        _granted.Clear();
        if (granted)
        {
            _granted.UnionWith(Ids);
        }
    }

    /// <summary>Saved in the preferences: a category with its vendors, or one vendor; what else was shown is saved with it.</summary>
    public void Save(string id, bool granted)
    {
        Decided = true;
        Set(id, granted);
    }

    /// <summary>"Always allow": this one and nothing else.</summary>
    public void Allow(string vendor) => Set(vendor, true);

    private void Set(string id, bool granted)
    {
        foreach (var each in Categories.GetValueOrDefault(id, []).Prepend(id))
        {
            if (granted)
            {
                _granted.Add(each);
            }
            else
            {
                _granted.Remove(each);
            }
        }
    }
}
