using System.Text;

namespace Innovexus.Consent;

/// <summary>A choice as the fields of a posted form, read and written.</summary>
internal static class DecisionFields
{
    public const string Fix =
        $"The field '{DecisionField.Action}' must be '{DecisionAction.AcceptAll}', '{DecisionAction.RejectAll}', '{DecisionAction.Save}', '{DecisionAction.OptOut}', '{DecisionAction.Limit}', or "
        + $"'{DecisionAction.Change}' with at least one '{DecisionField.Grant}' or '{DecisionField.Refuse}'.";

    /// <summary>The choice, or nothing where the form names none.</summary>
    /// <param name="field">The values of a field.</param>
    /// <param name="registry">What is declared.</param>
    public static ConsentChoice? Read(Func<string, IEnumerable<string?>> field, ConsentRegistry registry) => field(DecisionField.Action).ToArray() switch
    {
        [DecisionAction.AcceptAll] => ConsentChoice.AcceptAll,
        [DecisionAction.RejectAll] => ConsentChoice.RejectAll,
        [DecisionAction.OptOut] => With(ConsentChoice.OptOut, Changes(field)),
        [DecisionAction.Limit] => With(ConsentChoice.LimitSensitiveData, Changes(field)),
        [DecisionAction.Save] => Save(field, registry),
        [DecisionAction.Change] => Change(field),
        _ => null,
    };

    /// <summary>The form that asks for a choice, as <c>application/x-www-form-urlencoded</c>.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="registry">What is declared.</param>
    /// <param name="isLocked">Whether a category is locked, so that its switch stays off.</param>
    public static string Write(ConsentChoice choice, ConsentRegistry registry, Func<string, bool> isLocked)
    {
        var form = new StringBuilder($"{DecisionField.Action}=");
        if (choice.Objects)
        {
            return Changes(form.Append(choice.About == OptOuts.Sale ? DecisionAction.OptOut : DecisionAction.Limit), choice);
        }

        if (choice.Others is null)
        {
            return Changes(form.Append(DecisionAction.Change), choice);
        }

        if (choice.Named.Count == 0)
        {
            return form.Append(choice.Others.Value ? DecisionAction.AcceptAll : DecisionAction.RejectAll).ToString();
        }

        // Every category as it is wanted, and as if it had been so before: then each vendor's own field counts.
        form.Append(DecisionAction.Save);
        foreach (var category in registry.Categories)
        {
            var granted = choice.Named.GetValueOrDefault(category.Id, choice.Others.Value) && !isLocked(category.Id);
            if (granted)
            {
                Add(Add(form, DecisionField.Category, category.Id), DecisionField.Was, category.Id);
            }

            foreach (var vendor in category.Vendors.Where(vendor => choice.Named.GetValueOrDefault(vendor.Id, granted)))
            {
                Add(form, DecisionField.Vendor, vendor.Id);
            }
        }

        return form.ToString();
    }

    private static string Changes(StringBuilder form, ConsentChoice choice)
    {
        foreach (var (id, granted) in choice.Named)
        {
            Add(form, granted ? DecisionField.Grant : DecisionField.Refuse, id);
        }

        return form.ToString();
    }

    private static StringBuilder Add(StringBuilder form, string name, string value) =>
        form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

    // A category that is not as it was rendered carries its vendors along. Where it was left alone, its vendors' own switches count.
    // What was rendered comes with the form: the cookie may have changed since, in another tab.
    private static ConsentChoice Save(Func<string, IEnumerable<string?>> field, ConsentRegistry registry)
    {
        var on = Values(field, DecisionField.Category).ToHashSet(StringComparer.Ordinal);
        var was = Values(field, DecisionField.Was).ToHashSet(StringComparer.Ordinal);
        var vendors = Values(field, DecisionField.Vendor).ToHashSet(StringComparer.Ordinal);
        return registry.Categories
            .Where(category => on.Contains(category.Id) == was.Contains(category.Id))
            .SelectMany(category => category.Vendors)
            .Aggregate(ConsentChoice.Only(on), (choice, vendor) => choice.With(vendor.Id, vendors.Contains(vendor.Id)));
    }

    private static ConsentChoice? Change(Func<string, IEnumerable<string?>> field)
    {
        var changes = Changes(field).ToArray();
        return changes.Length == 0 ? null : With(ConsentChoice.Change(changes[0].Id, changes[0].Granted), changes[1..]);
    }

    private static IEnumerable<(string Id, bool Granted)> Changes(Func<string, IEnumerable<string?>> field) =>
        Values(field, DecisionField.Grant).Select(id => (id, true)).Concat(Values(field, DecisionField.Refuse).Select(id => (id, false)));

    private static ConsentChoice With(ConsentChoice choice, IEnumerable<(string Id, bool Granted)> changes) =>
        changes.Aggregate(choice, (changed, change) => changed.With(change.Id, change.Granted));

    private static IEnumerable<string> Values(Func<string, IEnumerable<string?>> field, string name) => field(name).OfType<string>();
}
