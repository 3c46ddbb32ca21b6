namespace Innovexus.Consent;

/// <summary>
/// Shows the banner of a cached page before its first paint to who has not decided, which only the browser knows then. The runtime
/// asks the server later, and has the last word.
/// </summary>
internal static class BannerReveal
{
    // The text is constant, so that a policy can name its hash. Local storage throws where it is forbidden.
    public static string Text =>
        $"try{{if(self==top&&!/{ConsentCookie.Name}=v1/.test(document.cookie)&&!localStorage.{ConsentCookie.PendingKey})document.querySelector('[data-ic-banner]').hidden=false}}catch{{}}";
}
