using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// Carries a page's state from the server that rendered it to the circuit or the WebAssembly application that takes over, so that
/// their first paint is right. A string, because other shapes are trimmed away in published applications. Named after the line that
/// registers it in a client project: where that is missing, the framework's message has nothing but this name.
/// </summary>
internal sealed class AddConsentClientState
{
    /// <summary>Made when the page is persisted, and not before; null in a circuit or a browser.</summary>
    public Func<string>? Source { get; init; }

    [PersistentState(AllowUpdates = true)]
    public string? Text
    {
        get => field ?? Source?.Invoke();
        set;
    }

    public ConsentStateJson? Read() => Text is { } text ? ConsentStateJson.Deserialize(text) : null;
}
