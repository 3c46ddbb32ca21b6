using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Tells the core that there is a source of decisions from elsewhere, however it was added.</summary>
internal sealed class ExternalSourceSetup(IServiceProviderIsService services) : IPostConfigureOptions<ConsentOptions>
{
    public void PostConfigure(string? name, ConsentOptions options) => options.HasExternalSource = services.IsService(typeof(IExternalConsentSource));
}
