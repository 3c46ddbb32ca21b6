using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>The builder of a client project, where nothing is declared: what the server declares comes with the page.</summary>
internal sealed class ClientConsentBuilder(IServiceCollection services) : IConsentBuilder
{
    public IServiceCollection Services { get; } = services;
}
