using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

internal sealed class ConsentBuilder(IServiceCollection services) : IConsentBuilder
{
    public IServiceCollection Services { get; } = services;
}
