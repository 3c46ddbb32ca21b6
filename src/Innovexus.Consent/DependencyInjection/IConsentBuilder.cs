using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>What <c>AddConsent</c>, <c>AddStandaloneConsent</c> and <c>AddConsentClient</c> return: the place where a site and other packages declare categories and vendors.</summary>
public interface IConsentBuilder
{
    /// <summary>The services being set up.</summary>
    IServiceCollection Services { get; }
}
