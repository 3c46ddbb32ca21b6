using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>
/// <c>POST /_ic/reports</c>: what browsers report about the policy that follows from the declared origins. Reports about pages of this site
/// are counted by vendor; anything else is dropped silently.
/// </summary>
internal sealed partial class ReportsEndpoint(
    ConsentRegistry registry, LeakLog leaks, ConsentMetrics metrics, ILogger<ReportsEndpoint> logger)
{
    public const string Route = "/reports";
    public const string Path = $"/{ConsentPaths.Prefix}{Route}";

    private const int MaxBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        if (type is not ("application/csp-report" or "application/reports+json" or "application/json"))
        {
            return Results.Problem("Send reports as application/csp-report or application/reports+json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            if (await LimitedBody.ReadAsync(context.Request, MaxBytes) is not { } body)
            {
                return Results.Problem($"The body is larger than {MaxBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
            }

            foreach (var report in ViolationReport.Read(body.GetBuffer().AsMemory(0, (int)body.Length)))
            {
                Add(context, report);
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException or InvalidOperationException)
        {
            // A text that is no UTF-8, or half a character, is an InvalidOperationException to the framework's reader.
            return Results.Problem("The body is not well-formed JSON.", statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.NoContent();
    }

    private void Add(HttpContext context, ViolationReport report)
    {
        var consent = ConsentFeature.Of(context);
        if (!SameOrigin.IsSite(context.Request, Origin(report.Document), consent.Host.Options.AllowedOrigins))
        {
            return;
        }

        var (vendor, isDeclared) = VendorOf(report);
        // The vendor has been granted meanwhile. A document keeps the policy that it came with until it is loaded again.
        if (isDeclared && context.GetConsent().IsGranted(vendor!.Id))
        {
            return;
        }

        var outcome = report.Enforced ? "blocked" : "reported";
        metrics.Violation(vendor?.Id, report.Directive, outcome);
        if (!leaks.IsShown)
        {
            return;
        }

        var origin = Origin(report.Blocked);
        var leak = new Leak(
            vendor is null ? $"undeclared: {origin}" : isDeclared ? vendor.Id : $"{vendor.Id}, undeclared for {report.Directive}: {origin}",
            report.Directive,
            outcome,
            report.Document.AbsolutePath,
            report.Source is { } source ? $"{Origin(source)}{source.AbsolutePath}:{report.Line}" : null);
        if (leaks.Add(leak))
        {
            LogViolation(logger, leak.Subject, leak.Kind, leak.Page, leak.Outcome);
        }
    }

    // Without a user's name and password, which an address may hold.
    private static string Origin(Uri address) => $"{address.Scheme}://{address.Host}{(address.IsDefaultPort ? "" : FormattableString.Invariant($":{address.Port}"))}";

    private (ConsentVendor? Vendor, bool IsDeclared) VendorOf(ViolationReport report)
    {
        ConsentVendor? nearest = null;
        foreach (var vendor in registry.Vendors)
        {
            foreach (var origin in vendor.Origins.Where(origin => VendorSource.Matches(origin.Origin, report.Blocked)))
            {
                if ((origin.Uses & report.Use) != 0)
                {
                    return (vendor, true);
                }

                nearest ??= vendor;
            }
        }

        return (nearest, false);
    }

    [LoggerMessage(ServerLogEvents.PolicyViolation, LogLevel.Warning, "{Subject} ({Directive}) on {Page} was {Outcome} by the policy from the declared origins. Declare the origin for its vendor with AddOrigin, or gate what loads it.")]
    private static partial void LogViolation(ILogger logger, string subject, string directive, string page, string outcome);
}
