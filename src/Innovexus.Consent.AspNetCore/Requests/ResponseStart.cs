namespace Innovexus.Consent;

/// <summary>
/// What is done to every response just before it starts, after all that the application does: the callback is registered first, so it
/// runs last.
/// </summary>
internal static class ResponseStart
{
    /// <summary>The callback; its state is the request's feature.</summary>
    public static Task OnStarting(object feature)
    {
        var consent = (ConsentFeature)feature;
        if (IsJudged(consent) && consent.IsPending)
        {
            return LoadAndFinishAsync(consent);
        }

        Finish(consent);
        return Task.CompletedTask;
    }

    // Whether something in it waits for the state.
    private static bool IsJudged(ConsentFeature consent) => consent.Context.Response.Headers.SetCookie.Count > 0
        || (consent.Host.Options.ContentSecurity == ContentSecurityMode.Enforce && VendorPolicy.IsDocument(consent.Context.Response));

    private static async Task LoadAndFinishAsync(ConsentFeature consent)
    {
        await consent.LoadAsync();
        Finish(consent);
    }

    private static void Finish(ConsentFeature consent)
    {
        var context = consent.Context;
        if (context.Request.Path.Value?.StartsWith($"/{ConsentPaths.Prefix}/", StringComparison.OrdinalIgnoreCase) == true)
        {
            // Also where routing, authorization or a limiter answers in place of our endpoints.
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
        }

        consent.Host.Diagnostics.LookAtCookiePolicy(context);
        consent.Host.Policy.Apply(context, consent);
        consent.Host.Cookies.Apply(context, consent);
    }
}
