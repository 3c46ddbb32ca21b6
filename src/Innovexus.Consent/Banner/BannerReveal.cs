namespace Innovexus.Consent;

/// <summary>
/// Shows the banner of a cached page before the first paint if the visitor has not decided, which only the browser knows at that time. The
/// runtime asks the server later, whose answer counts.
/// </summary>
internal static class BannerReveal
{
    // The text is constant, so that a policy can name its hash; names other than the default ones stand on the runtime's element. Local
    // storage throws where it is forbidden, hence the empty catch: the banner then waits for the runtime.
    public static string Text =>
        "try{const{icCookie:c='" + ConsentCookie.SecureName + "',icTail:t=''}=document.querySelector('script[data-ic-ui]').dataset;"
        + "if(self==top&&!`; ${document.cookie}`.includes(`; ${c}=v1`)&&!localStorage['" + ConsentCookie.PendingKey + "'+t])"
        + "document.querySelector('[data-ic-banner]').hidden=false}catch{}";
}
