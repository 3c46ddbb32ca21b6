namespace Innovexus.Consent;

/// <summary>What is wrong with a vendor, and with what it stores.</summary>
internal static class VendorCheck
{
    public static void Check(RegistryDraft draft, string id, VendorOptions vendor, List<ConsentProblem> problems)
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
        Require(vendor.Purpose ?? draft.Texts.VendorPurpose(id), "Purpose", "what the site uses it for");

        if (vendor.PolicyUrl is { } policy && !WebAddress.IsPath(policy) && !WebAddress.IsAddress(policy))
        {
            problems.Add(new($"{path}:PolicyUrl", $"'{policy}' is not a web address. Start it with 'https://' (or '/' for a page of the site)."));
        }

        if (vendor.Countries?.Contains(null!) != false)
        {
            problems.Add(new($"{path}:Countries", $"The countries of the vendor '{id}', or one of them, are null. Leave them out, or write two letters of ISO 3166, such as DE."));
        }

        foreach (var country in (vendor.Countries ?? []).OfType<string>().Where(country => RegionCode.Normalize(country) is not { Length: 2 }))
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
            CookieCheck.Check($"{path}:Cookies:{cookie.Name}", cookie, problems);
        }

        void Require(string? text, string property, string what)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                problems.Add(new($"{path}:{property}", $"The vendor '{id}' has no {property}. Say {what}."));
            }
        }
    }
}
