using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>
/// Listens for the visitor's choices from the start of a circuit, and lets code without a scope find the circuit that it runs for.
/// </summary>
internal sealed class CircuitConsent(IServiceProvider services) : CircuitHandler
{
    private static readonly AsyncLocal<CircuitConsent?> Circuit = new();

    // Work that was begun in a circuit may outlive it.
    private volatile bool _closed;

    /// <summary>The circuit that this code runs for, or was begun in; null in a request.</summary>
    public static CircuitConsent? Current => Circuit.Value;

    /// <summary>The state of the circuit's visitor; null once the circuit is closed.</summary>
    public ConsentState? State => _closed ? null : services.GetRequiredService<IConsentService>().State;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        Circuit.Value = this;
        await next(context);
        Circuit.Value = null;
    };

    // This is not awaited: the browser's answer would wait behind the message that opens the circuit.
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _ = (services.GetRequiredService<IConsentService>() as InteractiveConsentService)?.ListenAsync();
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        (services.GetRequiredService<IConsentService>() as InteractiveConsentService)?.Lose();
        return Task.CompletedTask;
    }

    // What the browser reported while the connection was down is lost.
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _ = (services.GetRequiredService<IConsentService>() as InteractiveConsentService)?.ListenAgainAsync();
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _closed = true;
        return Task.CompletedTask;
    }
}
