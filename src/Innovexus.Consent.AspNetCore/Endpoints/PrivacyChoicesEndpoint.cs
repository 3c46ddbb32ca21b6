using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Innovexus.Consent;

/// <summary><c>GET /_ic/privacy-choices</c>: the privacy choices as a page of their own.</summary>
internal static class PrivacyChoicesEndpoint
{
    public static IResult Handle() => new RazorComponentResult<PrivacyChoicesDocument>();
}
