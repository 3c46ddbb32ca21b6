using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>
/// <c>POST /_ic/panel</c>, in Development only: takes what the panel's script has found in its page, and answers with all that only the
/// server knows of it. It changes nothing.
/// </summary>
internal static class PanelEndpoint
{
    public const string Route = "/panel";

    private const int MaxBytes = 256 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<IResult> HandleAsync(HttpContext context)
    {
        var consent = ConsentFeature.Of(context);
        // The answer shows the server's set-up. Other sites' pages, which a developer may have open as well, must not read it.
        if (!SameOrigin.IsProven(context.Request, consent.Host.Options.AllowedOrigins))
        {
            return Results.Problem("The panel answers pages of this site only.", statusCode: StatusCodes.Status403Forbidden);
        }

        try
        {
            if (await LimitedBody.ReadAsync(context.Request, MaxBytes) is not { } body)
            {
                return Results.Problem($"The body is larger than {MaxBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
            }

            var report = PanelReport.Read(body);
            await consent.LoadAsync();
            return Results.Json(Answer(consent, report), Json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Results.Problem("The body is not well-formed JSON.", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static PanelAnswer Answer(ConsentFeature consent, PanelReport report)
    {
        consent.TellCaches();
        var hints = consent.Context.RequestServices.GetRequiredService<PanelHints>();
        return new(
            consent.Host.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            consent.Names.Decision,
            consent.IsCacheable,
            StateExplanation.Facts(consent),
            StateExplanation.Verdicts(consent),
            StateExplanation.Categories(consent),
            new Undeclared(consent, hints).Of(report),
            BannerChecks.Of(consent, report),
            consent.Context.Features.Get<Pretence>());
    }
}
