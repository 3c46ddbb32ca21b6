using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>The layers of the application's configuration, such as <c>appsettings.json</c> and the environment.</summary>
/// <param name="root">The application's configuration; nothing where it is not known, as a section does not say what it is a section of.</param>
internal sealed class ConfigurationLayers(IConfigurationRoot? root)
{
    /// <summary>
    /// Whether one layer alone has the section: then no key in it is written twice. To ask about each key would cost, since every question
    /// makes each layer look through all that it holds.
    /// </summary>
    public bool IsSingle(IConfigurationSection section) =>
        root is not null && root.Providers.Count(layer => layer.GetChildKeys([], section.Path).Any()) == 1;

    /// <summary>A key of a section as the first layer writes it that has it; as it was given, where the layers are not known.</summary>
    public string FirstSpelling(IConfigurationSection section, string key)
    {
        foreach (var layer in root?.Providers ?? [])
        {
            foreach (var candidate in layer.GetChildKeys([], section.Path))
            {
                if (string.Equals(candidate, key, StringComparison.OrdinalIgnoreCase))
                {
                    return candidate;
                }
            }
        }

        return key;
    }
}
