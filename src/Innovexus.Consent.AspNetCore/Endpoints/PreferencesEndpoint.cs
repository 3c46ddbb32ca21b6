using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Innovexus.Consent;

/// <summary>
/// <c>GET /_ic/preferences</c>: the preferences as a page of their own, or, with <c>?fragment</c>, the form alone for the dialog.
/// </summary>
internal static class PreferencesEndpoint
{
    public static IResult Handle(HttpContext context) => context.Request.Query.ContainsKey("fragment")
        ? new RazorComponentResult<ConsentPreferences>(new { Dialog = true })
        : new RazorComponentResult<ConsentPreferencesDocument>();
}
