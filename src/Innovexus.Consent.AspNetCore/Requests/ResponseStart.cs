using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>What is done to every response just before it starts, after all that the host does: the callback is registered first, so it runs last.</summary>
internal sealed class ResponseStart(ResponseCookieFilter cookies, VendorPolicy policy)
{
    public static Task OnStarting(object feature)
    {
        var consent = (ConsentFeature)feature;
        consent.Context.RequestServices.GetRequiredService<ResponseStart>().Apply(consent);
        return Task.CompletedTask;
    }

    private void Apply(ConsentFeature consent)
    {
        policy.Apply(consent.Context, consent);
        cookies.Apply(consent.Context, consent);
    }
}
