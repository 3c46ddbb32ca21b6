using System.Globalization;

namespace Innovexus.Consent;

/// <summary>Looks, on the server, for what brings the banner back. What only a browser can see, the panel's script looks for.</summary>
internal static class BannerChecks
{
    public static IReadOnlyList<PanelCheck> Of(ConsentFeature consent, PanelReport report) =>
        [Scheme(consent, report), Domain(consent), Duplicates(consent), Arrival(consent, report), Text(consent), Time(consent), Expiry(consent)];

    private static PanelCheck Scheme(ConsentFeature consent, PanelReport report) => (report.IsHttps, consent.Context.Request.IsHttps) switch
    {
        (false, true) => new(
            "Secure",
            $"The page is http, and the application sees https. So it names the decision cookie '{consent.Names.Decision}' and marks it Secure, and browsers keep no such cookie on http.",
            "Use https up to the browser, or stop whatever claims https (X-Forwarded-Proto, UseForwardedHeaders, a middleware that sets the scheme)."),
        (true, false) => new(
            "Secure",
            "The page is https, and the application sees http, because a proxy ends TLS. The decision cookie is then neither Secure nor protected by a prefix.",
            "Forward the scheme: set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true, or call app.UseForwardedHeaders() with X-Forwarded-Proto."),
        _ => new("Secure"),
    };

    private static PanelCheck Domain(ConsentFeature consent) =>
        consent.Host.Options.CookieDomain is { } domain && consent.Domain is null
            ? new(
                "Domain",
                $"CookieDomain is '{domain}', which is no parent domain of the host that was asked for, '{consent.Context.Request.Host.Host}'. Each host then asks on its own.",
                $"Set CookieDomain to '{consent.Context.Request.Host.Host}' or a parent of it, or leave it out; behind a proxy, forward the host (X-Forwarded-Host).")
            : new("Domain");

    private static PanelCheck Duplicates(ConsentFeature consent)
    {
        var name = consent.Names.Decision;
        var count = RequestCookies.Values(consent.Context.Request, name).Length;
        return count < 2 ? new("Duplicates") : new(
            "Duplicates",
            $"The browser sends {count.ToString(CultureInfo.InvariantCulture)} cookies named '{name}'. They have different domains or paths, and a new decision replaces only one of them.",
            "Delete them all in the browser's developer tools (Application, Cookies). Then find who sets the second: another application on this host, an earlier CookieDomain, or a proxy that rewrites Path or Domain.");
    }

    private static PanelCheck Arrival(ConsentFeature consent, PanelReport report)
    {
        var arrived = RequestCookies.Values(consent.Context.Request, consent.Names.Decision).Length > 0;
        return (arrived, report.ScriptsSee) switch
        {
            (true, false) => new(
                "Readable by scripts",
                $"The decision cookie '{consent.Names.Decision}' arrives, but scripts cannot read it, because a proxy or middleware makes it HttpOnly. Every page then asks the server before anything opens.",
                "Exclude this cookie from the rewriting: it holds no secret and no identifier."),
            (false, true) => new(
                "Arrives at the server",
                $"The browser has the decision cookie '{consent.Names.Decision}', and the request came without it.",
                "Let it pass through every proxy and service worker, in both directions."),
            _ => new("Arrives at the server"),
        };
    }

    private static PanelCheck Text(ConsentFeature consent) =>
        Array.Find(RequestCookies.Values(consent.Context.Request, consent.Names.Decision), text => ConsentCookie.Parse(text) is null) is { } text
            ? new(
                "Value",
                $"The decision cookie holds '{(text.Length > 80 ? text[..80] + "…" : text)}', which is no whole decision.",
                $"Something has cut or rewritten it, or another application uses the name '{consent.Names.Decision}'. Exclude it from the rewriting, or set another CookieName.")
            : new("Value");

    private static PanelCheck Time(ConsentFeature consent) =>
        consent.Known.Decision is { } decision && !ConsentDecision.IsPossible(decision.DecidedAt, consent.Host.Clock.GetUtcNow())
            ? new(
                "The server's clock",
                $"The decision was made {decision.DecidedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, which this server takes for the future. So it grants nothing.",
                "Set the clocks of all servers that share the cookie by the same source of time.")
            : new("The server's clock");

    private static PanelCheck Expiry(ConsentFeature consent) =>
        consent.State.Verdicts.Any(verdict => verdict.Reason == ConsentReason.Expired)
            ? new("Lifetime", "The decision is over, so the visitor is asked again.", "That is right. Options.Lifetime, or the rules of a region, make it last longer.")
            : new("Lifetime");
}
