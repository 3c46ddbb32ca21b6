namespace Innovexus.Consent;

/// <summary>Finds switches of the same name: they could not be told apart, least of all by those who hear them.</summary>
internal static class NameCheck
{
    public static void Check(RegistryDraft draft, List<ConsentProblem> problems)
    {
        var categories = BuiltInDeclarations.Categories.Keys.Union(draft.Categories.Keys)
            .Select(id => (Kind: "Categories", Id: id, Group: "", Name: draft.Categories.GetValueOrDefault(id)?.Name ?? (string?)draft.Texts.CategoryName(id)));
        var vendors = draft.Vendors.Select(entry => (Kind: "Vendors", Id: entry.Key, Group: entry.Value.Category ?? "", Name: entry.Value.Name ?? (string?)ConsentTexts.VendorName(entry.Key)));
        foreach (var same in categories.Concat(vendors)
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Name))
            .GroupBy(entry => (entry.Kind, entry.Group, Name: entry.Name!.Trim().ToUpperInvariant()))
            .Where(group => group.Count() > 1))
        {
            string[] ids = [.. same.Select(entry => entry.Id).Order(StringComparer.Ordinal)];
            problems.Add(new(
                $"{draft.Path(same.Key.Kind, ids[^1])}:Name",
                $"'{string.Join("' and '", ids)}' have the same name, so visitors could not tell their switches apart. Name them differently."));
        }
    }
}
