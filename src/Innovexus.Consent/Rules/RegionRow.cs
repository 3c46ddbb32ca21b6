namespace Innovexus.Consent;

/// <summary>What applies in some regions, and where that is written.</summary>
/// <param name="Regions">ISO 3166 codes, separated by spaces.</param>
/// <param name="Functional">The model of <c>functional</c>.</param>
/// <param name="Analytics">The model of <c>analytics</c>.</param>
/// <param name="Marketing">The model of <c>marketing</c>.</param>
/// <param name="Source">The statute or guideline.</param>
internal sealed record RegionRow(string Regions, ConsentModel Functional, ConsentModel Analytics, ConsentModel Marketing, string Source)
{
    /// <summary>The model of a category; a site's own category gets the strictest of the three.</summary>
    public ConsentModel Of(string category) => category switch
    {
        ConsentCategories.Necessary => ConsentModel.Exempt,
        ConsentCategories.Functional => Functional,
        ConsentCategories.Analytics => Analytics,
        ConsentCategories.Marketing => Marketing,
        _ => (ConsentModel)Math.Min((int)Functional, Math.Min((int)Analytics, (int)Marketing)),
    };
}
