using Innovexus.Consent;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Guards outgoing calls.</summary>
public static class ConsentHttpClientBuilderExtensions
{
    /// <summary>
    /// Makes this client's calls only for visitors who allow a vendor, such as the one that its address belongs to; for others a call
    /// throws a <see cref="ConsentRequiredException"/> and nothing is sent. The visitor is that of the request or circuit at hand;
    /// outside of both nothing optional is allowed.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="id">The id of a vendor or category; one that is not declared is never allowed.</param>
    public static IHttpClientBuilder RequireConsent(this IHttpClientBuilder builder, string id)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return builder.AddHttpMessageHandler(services => new ConsentHandler(services.GetRequiredService<IHttpContextAccessor>(), services, id));
    }
}
