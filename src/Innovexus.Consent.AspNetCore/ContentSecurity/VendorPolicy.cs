using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>
/// The policy that follows from the origins that vendors declare: a header of its own beside the site's, of which browsers enforce the
/// intersection. Written just before a page starts, after everything that may set or replace a policy. Safe for concurrent use.
/// </summary>
internal sealed class VendorPolicy(ConsentRegistry registry, IOptions<ConsentServerOptions> options)
{
    /// <summary>The name of the reporting endpoint (Reporting API, section 3.2).</summary>
    private const string Endpoint = "ic";

    /// <summary>How this policy begins, and no policy that a site would write.</summary>
    private static readonly string Start = $"{SourceDirective.All[0].Name} {SourceDirective.All[0].Own}";

    private const string ReportingEndpoints = "Reporting-Endpoints";

    private readonly ContentSecurityMode _mode = options.Value.ContentSecurity;
    private readonly string _declared = Describe(registry.Vendors);

    public void Apply(HttpContext context, ConsentFeature consent)
    {
        // What is written captures variables, which nothing else is to pay for.
        if (_mode != ContentSecurityMode.Off && IsDocument(context.Response))
        {
            Write(context, consent);
        }
    }

    private void Write(HttpContext context, ConsentFeature consent)
    {
        var enforces = _mode == ContentSecurityMode.Enforce;
        if (enforces)
        {
            consent.TellCaches();
        }

        var name = enforces ? HeaderNames.ContentSecurityPolicy : HeaderNames.ContentSecurityPolicyReportOnly;
        var sources = enforces ? Describe(registry.Vendors.Where(vendor => consent.State.IsGranted(vendor.Id))) : _declared;
        var report = $"{context.Request.PathBase.ToUriComponent()}{ReportsEndpoint.Path}";
        var headers = context.Response.Headers;

        // A cache may have kept the policy of the visitor for whom the page was stored.
        // Where a browser knows report-to, it ignores report-uri; and endpoints are for https only.
        var reporting = $"; report-uri {report}{(context.Request.IsHttps ? $"; report-to {Endpoint}" : "")}";
        headers[name] = Without(headers[name], value => value.StartsWith(Start, StringComparison.Ordinal) && value.EndsWith(reporting, StringComparison.Ordinal));
        headers.Append(name, sources + reporting);
        if (context.Request.IsHttps)
        {
            var endpoint = $"{Endpoint}=\"{report}\"";
            headers[ReportingEndpoints] = Without(headers[ReportingEndpoints], value => value == endpoint);
            headers.Append(ReportingEndpoints, endpoint);
        }

        if (enforces)
        {
            // A browser that asks whether its copy is still good keeps the copy's policy.
            headers.Remove(HeaderNames.ETag);
            headers.Remove(HeaderNames.LastModified);
        }
    }

    /// <summary>The vendors with origins that a document under the state's policy cannot load, and the categories that are not granted with them.</summary>
    public IEnumerable<string> Shut(ConsentState state)
    {
        if (_mode != ContentSecurityMode.Enforce)
        {
            return [];
        }

        ConsentVendor[] vendors = [.. registry.Vendors.Where(vendor => vendor.Origins.Count > 0 && !state.IsGranted(vendor.Id))];
        return vendors.Select(vendor => vendor.Category).Where(id => !state.IsGranted(id)).Distinct(StringComparer.Ordinal).Concat(vendors.Select(vendor => vendor.Id));
    }

    private static string Describe(IEnumerable<ConsentVendor> vendors)
    {
        var text = new StringBuilder();
        VendorOrigin[] origins = [.. vendors.SelectMany(vendor => vendor.Origins)];
        foreach (var (use, name, own) in SourceDirective.All)
        {
            text.Append(text.Length == 0 ? "" : "; ").Append(name).Append(' ').Append(own);
            foreach (var origin in origins.Where(origin => (origin.Uses & use) != 0).Select(origin => origin.Origin).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                text.Append(' ').Append(origin);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether the response needs a policy.</summary>
    public static bool IsDocument(HttpResponse response) =>
        response.ContentType is { } type && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));

    private static StringValues Without(StringValues values, Func<string, bool> isOwn) => new([.. values.Where(value => value is null || !isOwn(value))]);
}
