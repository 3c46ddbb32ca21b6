using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Innovexus.Consent;

/// <summary>
/// Stands in the place of a guarded endpoint for a visitor who has not allowed what it needs. It keeps what authorization and CORS read
/// of the original, so that these answer as before, and nothing else: with the output cache's metadata the cache would hand out a page
/// that it stored for somebody who has.
/// </summary>
internal static class RefusedEndpoint
{
    public static Endpoint Of(Endpoint original, string[] ids) => new(
        context => RefuseAsync(context, ids),
        new EndpointMetadataCollection(original.Metadata.Where(IsKept)),
        $"{original.DisplayName} (consent required: {string.Join(", ", ids)})");

    private static bool IsKept(object metadata) => metadata is
        IAuthorizeData or IAllowAnonymous or AuthorizationPolicy or IAuthorizationRequirementData or ICorsMetadata;

    private static Task RefuseAsync(HttpContext context, string[] ids)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        response.StatusCode = StatusCodes.Status403Forbidden;
        return WantsPage(context.Request) ? PageAsync(context, ids) : ProblemAsync(context, ids);
    }

    // Whether a browser asks for a page that the visitor goes to. Enhanced navigation does not count: it would merge the document into the
    // open page and keep that page's head and scripts. An answer that is no page makes it load the address in full.
    private static bool WantsPage(HttpRequest request) => request.GetTypedHeaders().Accept.Any(accept =>
        accept.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && !accept.Parameters.Any(parameter => parameter.Name.Equals("blazor-enhanced-nav", StringComparison.Ordinal)));

    private static Task PageAsync(HttpContext context, string[] ids) =>
        new RazorComponentResult<ConsentRequiredDocument>(new { Ids = ids }) { StatusCode = StatusCodes.Status403Forbidden }.ExecuteAsync(context);

    private static Task ProblemAsync(HttpContext context, string[] ids)
    {
        var registry = ConsentFeature.Of(context).Registry;
        var settings = registry.PreferencesPath ?? $"/{ConsentPaths.Preferences}";
        return Results.Problem(
            $"{string.Join(" and ", ids.Select(id => $"'{id}'"))} {(ids.Length == 1 ? "is" : "are")} not granted. The visitor's choices are at {settings}.",
            statusCode: StatusCodes.Status403Forbidden,
            title: "This needs the visitor's consent.",
            extensions: new Dictionary<string, object?> { ["consent"] = ids, ["settings"] = $"{context.Request.PathBase.ToUriComponent()}{settings}" }).ExecuteAsync(context);
    }
}
