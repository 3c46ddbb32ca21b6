namespace Innovexus.Consent;

/// <summary>The events of a circuit or a WebAssembly application.</summary>
internal sealed class InteractiveConsentEvents(InteractiveConsentService consent, IConsentPage page) : IConsentEvents
{
    public Task TrackAsync(string name, object? parameters = null, bool keepUntilGranted = false, CancellationToken cancellationToken = default) =>
        consent.TrackAsync(new(name, EventParameters.Write(name, parameters), keepUntilGranted), cancellationToken);

    public Task TrackAsync(EcommerceEvent ecommerceEvent) => consent.TrackAsync(PageEvent.Of(ecommerceEvent, page), CancellationToken.None);
}
