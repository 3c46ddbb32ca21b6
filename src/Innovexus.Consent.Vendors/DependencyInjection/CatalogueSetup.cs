using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// Declares what the site adds from the catalogue; registered before everything else, so that configuration and code win over it.
/// </summary>
internal sealed class CatalogueSetup(IEnumerable<CatalogueVendor> vendors) : IConfigureOptions<ConsentOptions>
{
    public void Configure(ConsentOptions options)
    {
        var draft = options.Registry;
        foreach (var added in vendors.GroupBy(vendor => vendor.Id, StringComparer.Ordinal))
        {
            if (VendorCatalogue.Find(added.Key) is not { } entry)
            {
                draft.Problems.Add(new($"Vendors:{added.Key}", $"The catalogue has no vendor '{added.Key}'.{ConsentId.Suggestion(added.Key, VendorCatalogue.Ids)} Correct it, or declare it with AddVendor."));
                continue;
            }

            // Adding it once more without values only changes the declaration.
            CatalogueVendor[] given = [.. added.Where(vendor => vendor.Values.Count > 0)];
            var values = given.FirstOrDefault(added.First()).Values;
            if (given.FirstOrDefault(vendor => !IsSame(vendor.Values, values)) is not null)
            {
                draft.Problems.Add(new($"Vendors:{entry.Id}", $"'{entry.Id}' is added twice with different values. Keep one, and write the script of the other as a ConsentScript with Consent=\"{entry.Id}\"."));
            }

            draft.Problems.AddRange(ValueCheck.Problems(entry, values));
            entry.Declare(draft.Vendor(entry.Id), values);
        }
    }

    private static bool IsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(value => other.TryGetValue(value.Key, out var text) && text == value.Value);
}
