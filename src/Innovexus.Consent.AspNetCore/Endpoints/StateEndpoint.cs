using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// <c>GET /_ic/state</c>: the state now, with the reason of every verdict, for a page whose own belongs to another decision: one
/// that the browser kept, or that was open while another tab decided.
/// </summary>
internal static class StateEndpoint
{
    /// <summary>What the runtime asks by where a browser kept no decision cookie, though it keeps others.</summary>
    public const string Refused = "refused";

    public static IResult Handle(HttpContext context, ConsentDiagnostics diagnostics)
    {
        var consent = ConsentFeature.Of(context);
        var answer = RequestState.Answer(consent);
        if (context.Request.Query.ContainsKey(Refused))
        {
            answer = answer with { Problem = diagnostics.CookieRefused(context.Request, consent.Names.Decision) };
        }

        return Results.Text(answer.Serialize(), "application/json");
    }
}
