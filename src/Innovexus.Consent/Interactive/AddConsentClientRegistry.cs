using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>Carries what the server declares to a WebAssembly application, so that nothing is declared twice. Named as <see cref="AddConsentClientState"/> is.</summary>
internal sealed class AddConsentClientRegistry
{
    /// <summary>Made when the page is persisted, and not before; null in a browser.</summary>
    public Func<string>? Source { get; init; }

    [PersistentState]
    public string? Text
    {
        get => field ?? Source?.Invoke();
        set;
    }

    public RegistryJson Read() => RegistryJson.Deserialize(Text ?? throw new InvalidOperationException(
        "The page contains no consent registry. If a server renders the page, call AddConsent there and place ConsentHead in App.razor. "
        + "Without a server, declare the registry here: builder.Services.AddStandaloneConsent(builder.Configuration.GetSection(\"Consent\"))."));
}
