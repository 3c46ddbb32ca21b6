namespace Innovexus.Consent;

/// <summary>What is wrong with the ids of what is declared.</summary>
internal static class IdCheck
{
    public static void Check(RegistryDraft draft, List<ConsentProblem> problems)
    {
        foreach (var (kind, id) in draft.Categories.Keys.Select(id => ("Categories", id)).Concat(draft.Vendors.Keys.Select(id => ("Vendors", id))))
        {
            if (!ConsentId.IsValid(id))
            {
                problems.Add(new(draft.Path(kind, id), $"'{id}' is not a valid id. Use {ConsentId.Form}."));
            }
        }

        foreach (var id in draft.Vendors.Keys.Where(id => draft.Categories.ContainsKey(id) || BuiltInDeclarations.Categories.ContainsKey(id)))
        {
            problems.Add(new(
                draft.Path("Vendors", id),
                $"'{id}' is the id of a category and of a vendor; an id can name only one of them. Rename the vendor."));
        }

        foreach (var (kind, ids) in new[] { ("Categories", draft.Categories.Keys.AsEnumerable()), ("Vendors", draft.Vendors.Keys) })
        {
            if (ids.Contains(BuiltInDeclarations.OwnVendor))
            {
                problems.Add(new(
                    draft.Path(kind, BuiltInDeclarations.OwnVendor),
                    $"The id '{BuiltInDeclarations.OwnVendor}' stands for this library's own cookie. Use another."));
            }
        }
    }
}
