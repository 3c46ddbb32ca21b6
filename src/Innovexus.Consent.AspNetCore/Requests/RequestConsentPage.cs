using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>What the components ask of the request they are rendered in.</summary>
internal sealed partial class RequestConsentPage(
    IHttpContextAccessor accessor,
    ConsentAssets assets,
    ConsentEndpointMarker endpoints,
    IHostEnvironment environment,
    ILogger<RequestConsentPage> logger) : IConsentPage
{
    public ConsentRegistry Registry => Feature.Registry;

    public ConsentState State => Feature.State;

    public bool Framed
    {
        get
        {
            ConsentVary.Add(Context.Response, Destination);
            return Context.Request.Headers[Destination].ToString() is "iframe" or "frame" or "embed" or "object" or "fencedframe";
        }
    }

    public bool Development => environment.IsDevelopment();

    // A page fetched by enhanced navigation is parsed under the open document's policy, which knows another nonce: the browser would
    // report a violation for an inline style, though the permanent root keeps the one it has.
    public bool InlineStyle => Feature.Options.InlineStyle && (Nonce is null || !IsEnhancedNavigation);

    public string? Nonce => ConsentNonce.Of(Context).Value;

    // Fetch Metadata Request Headers, section 2.1.
    private const string Destination = "Sec-Fetch-Dest";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException(
        "The consent components are rendered on the server, in the static part of a page: place ConsentHead and ConsentBanner in App.razor, outside every component with a render mode.");

    private bool IsEnhancedNavigation =>
        Context.Request.Headers.Accept.Any(accept => accept?.Contains("blazor-enhanced-nav=on", StringComparison.Ordinal) == true);

    private ConsentFeature Feature => ConsentFeature.Of(Context);

    public ConsentStateJson Describe(bool banner) => Feature.Page(banner);

    public string AssetPath(string file) => $"{Context.Request.PathBase.ToUriComponent()}/{assets.Route(file)}";

    public string? AssetIntegrity(string file) => assets.Integrity(file);

    public void RequireEndpoints()
    {
        if (!endpoints.Mapped)
        {
            throw new InvalidOperationException("The consent endpoints are not mapped. Add app.MapConsent(); to Program.cs, before app.Run();");
        }
    }

    public void ReportUnknown(string component, string id)
    {
        if (environment.IsDevelopment())
        {
            LogUnknown(logger, component, id, ConsentId.Suggestion(id, Registry.Ids));
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Component} names '{Id}', which is neither a category nor a vendor, so it never runs.{Suggestion} Declare it in AddConsent or in the Consent section.")]
    private static partial void LogUnknown(ILogger logger, string component, string id, string suggestion);
}
