using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// <c>GET /_ic/state</c>: the state now, with the reason of every verdict, for a page whose own belongs to another decision: one
/// that the browser kept, or that was open while another tab decided.
/// </summary>
internal static class StateEndpoint
{
    public static IResult Handle(HttpContext context) => Results.Text(ConsentFeature.Of(context).Answer().Serialize(), "application/json");
}
