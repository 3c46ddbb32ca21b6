namespace Innovexus.Consent;

/// <summary>
/// Looks for options that break a rule of the law or of good practice. The site may have its reasons, so these are warnings unless it
/// wants them to stop the start.
/// </summary>
internal static class ConsentReview
{
    // Regions whose own law lets a site claim an exemption.
    private static readonly (string Region, string[] Categories)[] Claims =
        [("GB", [ConsentCategories.Functional, ConsentCategories.Analytics]), ("FR", [ConsentCategories.Analytics])];

    public static IReadOnlyList<ConsentFinding> Review(ConsentOptions options, ConsentRegistry registry)
    {
        var findings = new List<ConsentFinding>();
        foreach (var ((region, category), model) in options.Rules.Models.OrderBy(entry => entry.Key.Region, StringComparer.Ordinal))
        {
            if (category == ConsentCategories.Marketing && model is ConsentModel.Exempt or ConsentModel.NoticeOnly)
            {
                findings.Add(new("L18", $"Rules: marketing is {model} in {region}, so it runs there before anyone is asked. Set it to OptIn or OptOut."));
            }
            else if (model != ConsentModel.OptIn && RegionTable.Of(region).Of(category) == ConsentModel.OptIn && !MayClaim(region, category))
            {
                findings.Add(new("L4", $"Rules: {category} is {model} in {region}, where consent is needed first. It would be on before anyone grants it. Leave it at OptIn."));
            }
        }

        foreach (var vendor in registry.Vendors.Where(vendor => vendor.SaleOrShare))
        {
            if (vendor.Category == ConsentCategories.Necessary)
            {
                findings.Add(new("L16", $"Vendors:{vendor.Id}: using it is a sale or sharing. No opt-out or signal turns a necessary vendor off. Set SaleOrShare to false if it is neither, or choose another category."));
            }

            foreach (var ((region, _), _) in options.Rules.Models.Where(entry => entry.Key.Category == vendor.Category && entry.Value == ConsentModel.Exempt))
            {
                findings.Add(new("L16", $"Rules: {vendor.Category} is Exempt in {region}, so no opt-out turns {vendor.Id} off, though using it is a sale or sharing. Set the model to OptIn or OptOut."));
            }
        }

        foreach (var lifetime in options.Rules.Lifetimes.Values.Append(options.Lifetime).Where(lifetime => lifetime < ConsentRules.DefaultLifetime).Distinct())
        {
            findings.Add(new("L10", $"Lifetime: a decision lasts {lifetime.TotalDays:0.##} days, so visitors who refused are asked again within six months. Choose {ConsentRules.DefaultLifetime.TotalDays:0} days or more."));
        }

        // Vendors that decide for themselves what happens with the data.
        foreach (var vendor in registry.Vendors.Where(vendor => vendor.Role is VendorRole.ThirdParty or VendorRole.JointController))
        {
            if (vendor.Cookies.Count == 0 && !StaysInItsFrames(vendor))
            {
                findings.Add(new("L12", $"Vendors:{vendor.Id}: no cookies or stores are declared. Visitors cannot see how long anything is kept, and a withdrawal deletes nothing. Declare them."));
            }

            if (vendor.PolicyUrl is null)
            {
                findings.Add(new("L12", $"Vendors:{vendor.Id}: it has no PolicyUrl, where visitors could read what it does with the data. Give one."));
            }
        }

        return findings;
    }

    // A vendor of frames or images only stores nothing on this site.
    private static bool StaysInItsFrames(ConsentVendor vendor) =>
        vendor.Origins.Count > 0 && vendor.Origins.All(origin => (origin.Uses & ~(VendorUses.Frame | VendorUses.Image)) == 0);

    private static bool MayClaim(string region, string category) =>
        Array.Exists(Claims, claim => region.StartsWith(claim.Region, StringComparison.Ordinal) && claim.Categories.Contains(category, StringComparer.Ordinal));
}
