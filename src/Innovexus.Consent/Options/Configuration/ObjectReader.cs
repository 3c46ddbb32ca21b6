using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>Reads what has entries in a section: objects, whose keys are known, and maps, whose keys are ids or names.</summary>
/// <param name="root">The whole section.</param>
/// <param name="draft">Knows the keys of earlier sections.</param>
/// <param name="layers">The application's configuration.</param>
internal sealed class ObjectReader(IConfigurationSection root, RegistryDraft draft, ConfigurationLayers layers)
{
    private readonly bool _isSingle = layers.IsSingle(root);

    public void ReadObject(IConfigurationSection section, Dictionary<string, Action<IConfigurationSection>> properties, IReadOnlyList<string>? elsewhere = null)
    {
        if (!IsObject(section))
        {
            return;
        }

        var known = new Dictionary<string, Action<IConfigurationSection>>(properties, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.GetChildren())
        {
            if (known.TryGetValue(entry.Key, out var read))
            {
                read(entry);
            }
            else if (elsewhere?.FirstOrDefault(name => name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)) is { } name)
            {
                Problem(entry.Path, ServerSettings.Problem(name));
            }
            else if (entry.Key.Length == 0)
            {
                Problem(section.Path, "There is an empty key. In environment variables '__' separates levels; a name that contains it needs another key and a \"Name\".");
            }
            else
            {
                Problem(entry.Path, $"There is no setting '{entry.Key}' here.{ConsentId.Suggestion(entry.Key, known.Keys)} Known are: {string.Join(", ", known.Keys)}.");
            }
        }
    }

    public void ReadMap(IConfigurationSection section, Action<string, IConfigurationSection> read, bool nameMayBeGiven = false)
    {
        if (!IsObject(section))
        {
            return;
        }

        foreach (var entry in section.GetChildren())
        {
            if (entry.Key.Length == 0 && !nameMayBeGiven)
            {
                Problem(section.Path, "There is an empty key; ids are keys here. In environment variables '__' separates levels.");
            }
            else
            {
                read(Spelling(section, entry.Key), entry);
            }
        }
    }

    // Keys match in any case, as everywhere in configuration, and where layers write one differently the framework reports that of the
    // last. What is declared is what stands first: a variable of the environment changes a value and renames nothing.
    private string Spelling(IConfigurationSection section, string key) =>
        draft.Spelling(section.Path[Math.Min(root.Path.Length, section.Path.Length)..], _isSingle ? key : layers.FirstSpelling(section, key));

    private bool IsObject(IConfigurationSection section)
    {
        if (string.IsNullOrEmpty(section.Value))
        {
            return true;
        }

        Problem(section.Path, $"'{section.Value}' is a value, but an object with settings is expected: {{ … }}.");
        return false;
    }

    private void Problem(string path, string message) => draft.Problems.Add(new(path, message));
}
