using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// Joins this library to a host's <c>UseCookiePolicy</c>, if that asks for consent. Its consent then is that of this library, in both
/// directions; a declared cookie follows its vendor, and deletions pass. The rest of the policy stays the host's.
/// </summary>
internal sealed class CookiePolicyBridge : IPostConfigureOptions<CookiePolicyOptions>
{
    public void PostConfigure(string? name, CookiePolicyOptions options)
    {
        if (options.CheckConsentNeeded is null)
        {
            return;
        }

        var append = options.OnAppendCookie;
        options.OnAppendCookie = context =>
        {
            if (context.CookieName == options.ConsentCookie.Name)
            {
                // The policy's own cookie would be a second source of truth.
                ConsentFeature.Of(context.Context).Tracking.GrantConsent();
                context.IssueCookie = false;
            }
            else if (context.Context.RequestServices.GetRequiredService<DeclaredCookies>().Of(context.CookieName) is { Vendors.Length: > 0 } declaration)
            {
                context.IssueCookie = declaration.IsNecessary || declaration.IsGranted(ConsentFeature.Of(context.Context).State);
            }

            // The host's own callback comes last, so that it can hold back more.
            append?.Invoke(context);
        };

        var delete = options.OnDeleteCookie;
        options.OnDeleteCookie = context =>
        {
            if (context.CookieName == options.ConsentCookie.Name)
            {
                ConsentFeature.Of(context.Context).Tracking.WithdrawConsent();
            }

            context.IssueCookie = true;
            delete?.Invoke(context);
        };
    }

    /// <summary>Shows the policy a request in which its consent is that of this library.</summary>
    public static void Bridge(HttpContext context, CookiePolicyOptions policy) =>
        context.Features.Set<IRequestCookiesFeature>(new CookiePolicyRequest(context, policy.ConsentCookie.Name!, policy.ConsentCookieValue));
}
