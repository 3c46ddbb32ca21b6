using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>Hears of the visitor's choices from the start of a circuit.</summary>
internal sealed class CircuitConsent(IServiceProvider services) : CircuitHandler
{
    // Not awaited: what the browser answers would wait behind the message that opens the circuit.
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _ = (services.GetRequiredService<IConsentService>() as InteractiveConsentService)?.ListenAsync();
        return Task.CompletedTask;
    }
}
