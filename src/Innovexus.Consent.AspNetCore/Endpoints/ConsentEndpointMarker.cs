namespace Innovexus.Consent;

/// <summary>Remembers that the endpoints are mapped, so that components can say so if they are not.</summary>
internal sealed class ConsentEndpointMarker
{
    public bool Mapped { get; set; }
}
