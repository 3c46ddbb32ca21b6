using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Looks at what was added from the catalogue, once everything is declared.</summary>
internal sealed class CatalogueReview(IEnumerable<CatalogueVendor> vendors) : IPostConfigureOptions<ConsentOptions>
{
    // Google serves them in the EEA, the United Kingdom and Switzerland only with a certified consent manager.
    private static readonly string[] Certified = ["google-adsense", "google-ad-manager"];

    public void PostConfigure(string? name, ConsentOptions options)
    {
        var draft = options.Registry;
        string[] ids = [.. vendors.Select(vendor => vendor.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var id in ids.Where(draft.DeclaresVendor))
        {
            draft.Notes.Add($"'{id}' is in the catalogue and is declared by the site too. They are merged; what the site declares wins.");
        }

        foreach (var id in ids.Intersect(Certified, StringComparer.Ordinal))
        {
            draft.Warnings.Add(
                $"'{id}' serves ads in the EEA, the United Kingdom and Switzerland only through a consent management platform that Google has certified, with the IAB's TCF. This library is none. Use such a platform there, or show no ads of Google's there.");
        }

        if (ids.Contains("google-tag-manager") && ids.Where(IsTag).ToArray() is { Length: > 0 } direct)
        {
            draft.Warnings.Add(
                $"Google Tag Manager is added, and so is {string.Join(", ", direct)}. If the container loads the same tag, everything is counted twice. Leave it out of the container, or here.");
        }
    }

    private static bool IsTag(string id) => id is "google-analytics" or "google-ads" or "google-marketing-platform";
}
