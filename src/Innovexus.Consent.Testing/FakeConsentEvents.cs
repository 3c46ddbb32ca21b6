namespace Innovexus.Consent.Testing;

/// <summary>Keeps what the code under test says, and says it to nobody. Not safe for concurrent use.</summary>
public sealed class FakeConsentEvents : IConsentEvents
{
    private readonly List<(string Name, string Parameters)> _said = [];

    /// <summary>What was said so far: the name of each event, and its parameters as a JSON object.</summary>
    public IReadOnlyList<(string Name, string Parameters)> Said => _said;

    /// <inheritdoc/>
    public Task TrackAsync(string name, object? parameters = null, bool keepUntilGranted = false, CancellationToken cancellationToken = default)
    {
        _said.Add((name, EventParameters.Write(name, parameters)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TrackAsync(EcommerceEvent ecommerceEvent)
    {
        ArgumentNullException.ThrowIfNull(ecommerceEvent);
        _said.Add((ecommerceEvent.Name, ecommerceEvent.Parameters()));
        return Task.CompletedTask;
    }
}
