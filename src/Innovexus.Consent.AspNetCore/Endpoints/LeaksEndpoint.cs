using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Innovexus.Consent;

/// <summary><c>GET /_ic/leaks</c>, in Development only: what was seen that nobody declared or allowed.</summary>
internal static class LeaksEndpoint
{
    public const string Route = "/leaks";

    public static IResult Handle(LeakLog leaks) =>
        leaks.IsShown ? new RazorComponentResult<LeaksDocument>() : Results.NotFound();
}
