namespace Innovexus.Consent;

/// <summary>An event that is to be said in a page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it tells, as a JSON object.</param>
/// <param name="KeepUntilGranted">Whether it waits for those that are granted later.</param>
internal sealed record PageEvent(string Name, string Parameters, bool KeepUntilGranted)
{
    public static PageEvent Of(EcommerceEvent ecommerceEvent, IConsentPage page)
    {
        ArgumentNullException.ThrowIfNull(ecommerceEvent);
        foreach (var problem in ecommerceEvent.Problems())
        {
            page.Report($"The event '{ecommerceEvent.Name}' is not as Google Analytics counts it. {problem}");
        }

        return new(ecommerceEvent.Name, ecommerceEvent.Parameters(), false);
    }
}
