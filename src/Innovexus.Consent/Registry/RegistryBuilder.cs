namespace Innovexus.Consent;

/// <summary>Turns what was declared into the registry, or into one exception with everything that is wrong.</summary>
internal static class RegistryBuilder
{
    private static readonly TimeSpan LongestCookie = TimeSpan.FromDays(400);

    public static ConsentRegistry Build(ConsentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var draft = options.Registry;
        var problems = new List<ConsentProblem>(draft.Problems);

        SiteChecks.Check(options, problems);
        CheckIds(draft, problems);
        foreach (var (id, vendor) in draft.Vendors)
        {
            CheckVendor(draft, id, vendor, problems);
        }

        foreach (var (id, category) in draft.Categories)
        {
            CheckCategory(draft.Path("Categories", id), id, category, problems);
        }

        CheckNames(draft, problems);
        CheckSignals(options, draft, problems);
        CheckClearing(draft, problems);
        ThrowIfAny(problems);
        var registry = Create(options, draft);
        CheckCookieSize(registry, $"{draft.SectionPath}:Categories", problems);
        ThrowIfAny(problems);
        return registry;
    }

    private static void CheckCategory(string path, string id, CategoryOptions category, List<ConsentProblem> problems)
    {
        // The built-in ones have texts of their own; an empty one in their place is a mistake all the same.
        var builtIn = BuiltInDeclarations.Categories.ContainsKey(id);
        if (string.IsNullOrWhiteSpace(category.Name) && !(builtIn && category.Name is null))
        {
            problems.Add(new($"{path}:Name", $"The category '{id}' has no name. Give it the name that visitors read."));
        }

        if (category.Purpose is not null && string.IsNullOrWhiteSpace(category.Purpose))
        {
            problems.Add(new($"{path}:Purpose", $"The category '{id}' has an empty purpose. Say what it is for, or leave the setting out."));
        }
    }

    private static ConsentRegistry Create(ConsentOptions options, RegistryDraft draft)
    {
        var own = BuiltInDeclarations.Own(options);
        var vendors = draft.Vendors
            .Append(new(BuiltInDeclarations.OwnVendor, own))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new ConsentVendor(entry.Key, entry.Value.Category!, entry.Value, VendorPlaces.Of(entry.Value)))
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
                    CategoryFingerprint.Of(vendors[id]));
            })
            .OrderBy(category => category.Order)
            .ThenBy(category => category.Id, StringComparer.Ordinal);

        return new(options.Controller!, options.PrivacyPolicyPath!, options.PreferencesPath, options.PrivacyChoicesPath, [.. options.PolicyVersions.OrderBy(version => version.Effective)], categories)
        {
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

    // A decision that does not fit into its cookie could never be kept.
    private static void CheckCookieSize(ConsentRegistry registry, string path, List<ConsentProblem> problems)
    {
        var refused = ChoiceResolver.Decide(new(registry, new(), ConsentFacts.Unknown, null, DateTimeOffset.UnixEpoch), ConsentChoice.RejectAll);
        if (!ConsentCookie.Holds(DateTimeOffset.MaxValue, refused.Choices))
        {
            problems.Add(new(path, $"There are too many categories for the decision cookie of {ConsentCookie.MaxLength} bytes. Join some, or shorten their ids."));
        }
    }

    private static void CheckIds(RegistryDraft draft, List<ConsentProblem> problems)
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

    private static void CheckVendor(RegistryDraft draft, string id, VendorOptions vendor, List<ConsentProblem> problems)
    {
        var path = draft.Path("Vendors", id);
        if (string.IsNullOrWhiteSpace(vendor.Category))
        {
            problems.Add(new($"{path}:Category", $"The vendor '{id}' has no category. Give it one, such as \"analytics\"."));
        }
        else if (!BuiltInDeclarations.Categories.ContainsKey(vendor.Category) && !draft.Categories.ContainsKey(vendor.Category))
        {
            var known = BuiltInDeclarations.Categories.Keys.Union(draft.Categories.Keys);
            problems.Add(new(
                $"{path}:Category",
                $"There is no category '{vendor.Category}'.{ConsentId.Suggestion(vendor.Category, known)} Declare it under Categories, or name one of: {string.Join(", ", known.Order())}."));
        }

        Require(vendor.Name ?? ConsentTexts.VendorName(id), "Name", "the name that visitors know");
        Require(vendor.Purpose ?? ConsentTexts.VendorPurpose(id), "Purpose", "what the site uses it for");

        if (vendor.PolicyUrl is { } policy && !WebAddress.IsPath(policy) && !WebAddress.IsAddress(policy))
        {
            problems.Add(new($"{path}:PolicyUrl", $"'{policy}' is not a web address. Start it with 'https://' (or '/' for a page of the site)."));
        }

        foreach (var country in vendor.Countries.Where(country => RegionCode.Normalize(country) is not { Length: 2 }))
        {
            problems.Add(new($"{path}:Countries", RegionCode.IsUnion(country) ? RegionCode.Union : $"'{country}' is no country.{ConsentId.Suggestion(country, RegionCode.Known)} Write its two letters of ISO 3166, such as DE."));
        }

        if (!Enum.IsDefined(vendor.Role))
        {
            problems.Add(new($"{path}:Role", $"There is no role {vendor.Role}. Use one of: {string.Join(", ", Enum.GetNames<VendorRole>())}."));
        }

        foreach (var problem in vendor.Origins.Select(origin => VendorSource.Problem(origin.Origin)).OfType<string>())
        {
            problems.Add(new($"{path}:Origins", problem));
        }

        foreach (var origin in vendor.Origins.Where(origin => origin.Uses == VendorUses.None || (origin.Uses & ~VendorSource.AnyUse) != 0))
        {
            problems.Add(new($"{path}:Origins", $"'{origin.Origin}' has no known use. Name one or more of: {string.Join(", ", Enum.GetNames<VendorUses>().Skip(1))}."));
        }

        foreach (var cookie in vendor.Cookies)
        {
            CheckCookie($"{path}:Cookies:{cookie.Name}", cookie, problems);
        }

        void Require(string? text, string property, string what)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                problems.Add(new($"{path}:{property}", $"The vendor '{id}' has no {property}. Say {what}."));
            }
        }
    }

    private static void CheckSignals(ConsentOptions options, RegistryDraft draft, List<ConsentProblem> problems)
    {
        string[] ids = [.. BuiltInDeclarations.Categories.Keys.Union(draft.Categories.Keys, StringComparer.Ordinal), .. draft.Vendors.Keys];
        SignalCheck.Check(draft.SectionPath, options.Signals, null, ids, problems);
        foreach (var (id, vendor) in draft.Vendors)
        {
            SignalCheck.Check(draft.Path("Vendors", id), vendor.Signals, id, ids, problems);
            CallCheck.Check(draft.Path("Vendors", id), vendor, problems);
        }
    }

    // Two switches of one name could not be told apart, least of all by those who hear them.
    private static void CheckNames(RegistryDraft draft, List<ConsentProblem> problems)
    {
        var categories = BuiltInDeclarations.Categories.Keys.Union(draft.Categories.Keys)
            .Select(id => (Kind: "Categories", Id: id, Group: "", Name: draft.Categories.GetValueOrDefault(id)?.Name ?? (string?)ConsentTexts.CategoryName(id)));
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

    // What the site needs must survive every refusal.
    private static void CheckClearing(RegistryDraft draft, List<ConsentProblem> problems)
    {
        var needed = draft.Vendors.Where(entry => entry.Value.Category == ConsentCategories.Necessary).SelectMany(entry => entry.Value.Cookies).ToArray();
        foreach (var (id, vendor) in draft.Vendors.Where(entry => entry.Value.Category != ConsentCategories.Necessary))
        {
            foreach (var cookie in vendor.Cookies.Where(cookie => !string.IsNullOrEmpty(cookie.Name) && !CookiePattern.MatchesEverything(cookie.Name)))
            {
                var matched = needed.Where(other => other.Kind == cookie.Kind).Select(other => other.Name)
                    .Concat(BuiltInDeclarations.FrameworkNames(cookie.Kind))
                    .FirstOrDefault(name => CookiePattern.OverlapsStored(cookie.Name, name));
                if (matched is not null)
                {
                    problems.Add(new(
                        $"{draft.Path("Vendors", id)}:Cookies:{cookie.Name}",
                        $"A refusal deletes what '{cookie.Name}' matches, and that includes '{matched}', which the site needs. Make it narrower."));
                }
            }
        }
    }

    private static void CheckCookie(string path, CookieDeclaration cookie, List<ConsentProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(cookie.Name))
        {
            problems.Add(new(path, "A stored item has no name. Give its exact name, or a pattern such as \"_ga_*\"."));
            return;
        }

        if (CookiePattern.MatchesEverything(cookie.Name))
        {
            problems.Add(new(path, $"The pattern '{cookie.Name}' would match everything. Start it with the letters that the vendor's names share."));
        }
        else if (BuiltInDeclarations.OwnNames(cookie.Kind).FirstOrDefault(own => CookiePattern.Matches(cookie.Name, own)) is { } matched)
        {
            problems.Add(new(path, $"The pattern '{cookie.Name}' would match '{matched}', which stores the visitor's decision. Make it narrower."));
        }

        if (string.IsNullOrWhiteSpace(cookie.Purpose))
        {
            problems.Add(new($"{path}:Purpose", $"'{cookie.Name}' has no purpose. Say what it is for, as a visitor reads it."));
        }

        if (!Enum.IsDefined(cookie.Kind))
        {
            problems.Add(new($"{path}:Kind", $"There is no kind {cookie.Kind}. Use one of: {string.Join(", ", Enum.GetNames<StorageKind>())}."));
        }

        if (cookie.Duration < TimeSpan.Zero)
        {
            problems.Add(new($"{path}:Duration", $"'{cookie.Name}' has a negative duration. Give a positive duration, or none."));
        }
        else if (cookie.Kind == StorageKind.Cookie && cookie.Duration > LongestCookie)
        {
            problems.Add(new(
                $"{path}:Duration",
                $"'{cookie.Name}' cannot last {cookie.Duration.Value.TotalDays:0.##} days: browsers keep no cookie longer than 400 days (RFC 6265bis). Declare at most 400.00:00:00."));
        }

        if (!cookie.Path.StartsWith('/'))
        {
            problems.Add(new($"{path}:Path", $"'{cookie.Path}' is not a cookie path. Start it with '/'."));
        }
    }
}
