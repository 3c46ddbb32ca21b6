using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>The layers that a section is made of, such as <c>appsettings.json</c> and the environment.</summary>
internal static class ConfigurationLayers
{
    /// <summary>A key as the first layer writes it that has it; as it was given, where the layers are not known.</summary>
    public static string FirstSpelling(IConfigurationSection section, string key)
    {
        foreach (var layer in RootOf(section)?.Providers ?? [])
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

    // A section does not tell what it is a section of, so its own field is read. Where there is none of the name, the last spelling counts.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A section uses the field itself, so trimming keeps it.")]
    private static IConfigurationRoot? RootOf(IConfigurationSection section) =>
        section.GetType().GetField("_root", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(section) as IConfigurationRoot;
}
