namespace Innovexus.Consent;

/// <summary>Turns what was declared into the registry, or into one exception with everything that is wrong.</summary>
internal static class RegistryBuilder
{
    public static ConsentRegistry Build(ConsentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var draft = options.Registry;
        var problems = new List<ConsentProblem>(draft.Problems);

        SiteChecks.Check(options, problems);
        IdCheck.Check(draft, problems);
        foreach (var (id, vendor) in draft.Vendors)
        {
            VendorCheck.Check(draft, id, vendor, problems);
        }

        foreach (var (id, category) in draft.Categories)
        {
            CategoryCheck.Check(draft.Path("Categories", id), id, category, problems);
        }

        NameCheck.Check(draft, problems);
        SignalCheck.Check(options, problems);
        CallCheck.Check(draft, problems);
        ClearingCheck.Check(draft, problems);
        ThrowIfAny(problems);
        var registry = Create(options, draft);
        DecisionSizeCheck.Check(registry, $"{draft.SectionPath}:Categories", problems);
        ThrowIfAny(problems);
        return registry;
    }

    private static ConsentRegistry Create(ConsentOptions options, RegistryDraft draft)
    {
        var own = BuiltInDeclarations.Own(options);
        var vendors = draft.Vendors
            .Append(new(BuiltInDeclarations.OwnVendor, own))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new ConsentVendor(entry.Key, entry.Value.Category!, entry.Value, texts: draft.Texts))
            .ToLookup(vendor => vendor.Category, StringComparer.Ordinal);

        var categories = BuiltInDeclarations.Categories.Keys.Union(draft.Categories.Keys, StringComparer.Ordinal)
            .Select(id =>
            {
                var declared = draft.Categories.GetValueOrDefault(id);
                return new ConsentCategory(
                    id,
                    declared?.Name,
                    declared?.Purpose,
                    declared?.Order ?? BuiltInDeclarations.Categories.GetValueOrDefault(id, 100),
                    [.. vendors[id]],
                    CategoryFingerprint.Of(vendors[id]),
                    draft.Texts);
            })
            .OrderBy(category => category.Order)
            .ThenBy(category => category.Id, StringComparer.Ordinal);

        return new(options.Controller!, options.PrivacyPolicyPath!, options.PreferencesPath, options.PrivacyChoicesPath, [.. options.PolicyVersions.OrderBy(version => version.Effective)], categories)
        {
            Texts = draft.Texts,
            FollowsAccount = options.FollowsAccount,
            Signals = [.. options.Signals],
        };
    }

    private static void ThrowIfAny(List<ConsentProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new ConsentConfigurationException(
                [.. problems.Distinct().OrderBy(problem => problem.Path, StringComparer.Ordinal)]);
        }
    }
}
