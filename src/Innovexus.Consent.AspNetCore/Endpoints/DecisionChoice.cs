using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>What a posted form asks for.</summary>
internal static class DecisionChoice
{
    public const string Mend = "The field 'action' must be 'accept-all', 'reject-all', 'save', or 'change' with at least one 'grant' or 'refuse'.";

    /// <summary>The choice, or nothing where the form names none.</summary>
    public static ConsentChoice? Read(IFormCollection form, ConsentRegistry registry) => form["action"] switch
    {
        ["accept-all"] => ConsentChoice.AcceptAll,
        ["reject-all"] => ConsentChoice.RejectAll,
        ["save"] => Save(form, registry),
        ["change"] => Change(form),
        _ => null,
    };

    // A category that is not as it was rendered carries its vendors along. Where it was left alone, its vendors' own switches count.
    // What was rendered comes with the form: the cookie may have changed since, in another tab.
    private static ConsentChoice Save(IFormCollection form, ConsentRegistry registry)
    {
        var on = Values(form, "category").ToHashSet(StringComparer.Ordinal);
        var was = Values(form, "was").ToHashSet(StringComparer.Ordinal);
        var vendors = Values(form, "vendor").ToHashSet(StringComparer.Ordinal);
        return registry.Categories
            .Where(category => on.Contains(category.Id) == was.Contains(category.Id))
            .SelectMany(category => category.Vendors)
            .Aggregate(ConsentChoice.Only(on), (choice, vendor) => choice.With(vendor.Id, vendors.Contains(vendor.Id)));
    }

    private static ConsentChoice? Change(IFormCollection form)
    {
        var changes = Values(form, "grant").Select(id => (id, true)).Concat(Values(form, "refuse").Select(id => (id, false))).ToArray();
        return changes.Length == 0 ? null : changes[1..].Aggregate(
            ConsentChoice.Change(changes[0].id, changes[0].Item2),
            (choice, change) => choice.With(change.id, change.Item2));
    }

    private static IEnumerable<string> Values(IFormCollection form, string name) => form[name].OfType<string>();
}
