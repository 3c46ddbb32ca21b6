using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace Innovexus.Consent;

/// <summary>What C# reads and writes of the document that it runs in.</summary>
internal sealed class BrowserDocument(IJSRuntime js)
{
    private const string NoReflection = "A string or a truth value needs no reflection.";

    private IJSInProcessRuntime Browser => js as IJSInProcessRuntime ?? throw new InvalidOperationException(
        "AddStandaloneConsent is for WebAssembly applications without a server. On a server, call builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")).");

    /// <summary>The pair of each cookie to read; one cookie with its attributes to write.</summary>
    public string Cookie
    {
        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NoReflection)]
        get => Browser.GetValue<string>("document.cookie");

        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NoReflection)]
        set => Browser.SetValue("document.cookie", value);
    }

    /// <summary>Whether the browser signals Global Privacy Control.</summary>
    public bool GlobalPrivacyControl
    {
        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NoReflection)]
        get
        {
            try
            {
                return Browser.GetValue<bool?>("navigator.globalPrivacyControl") == true;
            }
            catch (JSException)
            {
                // The browser does not know the signal.
                return false;
            }
        }
    }
}
