using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// Tells the core whether there is a source of decisions from elsewhere, however it was added, and applies what was configured for a
/// server's options by their own type, after everything else.
/// </summary>
internal sealed class ConsentServerOptionsSetup(
    IServiceProviderIsService services,
    IEnumerable<IConfigureOptions<ConsentServerOptions>> setups,
    IEnumerable<IPostConfigureOptions<ConsentServerOptions>> postConfigures) : IPostConfigureOptions<ConsentOptions>
{
    public void PostConfigure(string? name, ConsentOptions options)
    {
        var server = (ConsentServerOptions)options;
        server.HasExternalSource = services.IsService(typeof(IExternalConsentSource));
        foreach (var setup in setups)
        {
            setup.Configure(server);
        }

        foreach (var setup in postConfigures)
        {
            setup.PostConfigure(name, server);
        }
    }
}
