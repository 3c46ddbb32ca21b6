using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>Hears of the visitor's choices from the start of a circuit, and tells code without a scope which circuit it runs for.</summary>
internal sealed class CircuitConsent(IServiceProvider services) : CircuitHandler
{
    private static readonly AsyncLocal<IServiceProvider?> Scope = new();

    /// <summary>The services of the circuit that this code runs for; none in a request.</summary>
    public static IServiceProvider? Current => Scope.Value;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        Scope.Value = services;
        await next(context);
        Scope.Value = null;
    };

    // Not awaited: what the browser answers would wait behind the message that opens the circuit.
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _ = (services.GetRequiredService<IConsentService>() as InteractiveConsentService)?.ListenAsync();
        return Task.CompletedTask;
    }
}
