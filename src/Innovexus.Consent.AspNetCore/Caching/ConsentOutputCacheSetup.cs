using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Adds the policy, once however often <c>AddConsent</c> is called. Without an output cache it has no effect.</summary>
internal sealed class ConsentOutputCacheSetup : IConfigureOptions<OutputCacheOptions>
{
    public void Configure(OutputCacheOptions options) => options.AddBasePolicy(ConsentOutputCachePolicy.Instance);
}
