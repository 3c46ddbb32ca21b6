using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>
/// <c>POST /_ic/decision</c>: keeps a choice. A form post is sent back to where it came from (303), a script's gets the new state
/// as JSON. Idempotent: the same post twice is the same decision.
/// </summary>
internal static class DecisionEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context)
    {
        var feature = ConsentFeature.Of(context);

        if (!SameOrigin.IsProven(context.Request, feature.Host.Options.AllowedOrigins))
        {
            return Refuse(
                StatusCodes.Status403Forbidden,
                "This post does not come from the site itself. If a proxy in front of the application changes its host name, add the site's public origin to options.AllowedOrigins "
                + "or forward the host (UseForwardedHeaders). On plain http, Referrer-Policy: no-referrer hides the origin from posts without script.");
        }

        var (form, status, fix) = await DecisionForm.ReadAsync(context.Request);
        if (form is null)
        {
            return Refuse(status, fix!);
        }

        var byScript = WantsJson(context.Request);
        var before = AllowsOnly(form) ? feature.State : null;
        if (await DecisionPost.ActAsync(context, form, byScript) is { } refused)
        {
            return Refuse(refused.Status, refused.Fix);
        }

        return byScript
            ? Results.Text(RequestState.Answer(feature, before).Serialize(), "application/json")
            : new SeeOther(ReturnPath(context.Request, form));
    }

    // After a post that only allows, nobody but a vendor that was granted before can have left something that has to go.
    private static bool AllowsOnly(IFormCollection form) => form[DecisionField.Action] == DecisionAction.Change && !form.ContainsKey(DecisionField.Refuse);

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    /// <summary>The form's own field; only where it is missing, where the post came from; else the root. Never another site.</summary>
    private static string ReturnPath(HttpRequest request, IFormCollection form)
    {
        var path = form.TryGetValue(ConsentPaths.Return, out var field) ? field[0] : SameSiteReferer.Of(request)?.PathAndQuery;
        return ConsentPaths.IsLocal(path) ? path! : $"{request.PathBase.ToUriComponent()}/";
    }

    private static IResult Refuse(int status, string fix) => Results.Problem(fix, statusCode: status, title: "The choice was not saved.");

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers[HeaderNames.Location] = path;
            return Task.CompletedTask;
        }
    }
}
