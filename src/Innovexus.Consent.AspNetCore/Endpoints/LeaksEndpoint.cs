using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace Innovexus.Consent;

/// <summary><c>GET /_ic/leaks</c>, in Development only: what was seen that nobody declared or allowed.</summary>
internal static class LeaksEndpoint
{
    public const string Route = "/leaks";

    public static IResult Handle(IHostEnvironment environment) =>
        environment.IsDevelopment() ? new RazorComponentResult<LeaksDocument>() : Results.NotFound();
}
