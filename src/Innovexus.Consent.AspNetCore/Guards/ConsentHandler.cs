using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>Refuses to call a vendor for a visitor who has not allowed it; outside a request or circuit nobody has.</summary>
internal sealed class ConsentHandler(IHttpContextAccessor accessor, IServiceProvider services, string id) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CircuitConsent.Current is null && accessor.HttpContext is { } context)
        {
            await ConsentFeature.Of(context).LoadAsync();
        }

        var verdict = Verdict();
        return verdict.Granted
            ? await base.SendAsync(request, cancellationToken)
            : throw Refuse(verdict);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var verdict = Verdict();
        return verdict.Granted
            ? base.Send(request, cancellationToken)
            : throw Refuse(verdict);
    }

    private ConsentRequiredException Refuse(ConsentVerdict verdict) => new(verdict, services.GetRequiredService<ConsentRegistry>());

    // A circuit first: the accessor may still hold the request that opened its connection.
    private ConsentVerdict Verdict() =>
        (CircuitConsent.Current is { } circuit ? circuit.State : accessor.HttpContext?.GetConsent())?[id]
        ?? ConsentState.Denied(services.GetRequiredService<ConsentRegistry>())[id];
}
