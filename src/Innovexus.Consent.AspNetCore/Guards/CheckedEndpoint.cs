using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Innovexus.Consent;

/// <summary>
/// Takes the place of a guarded endpoint where the verdict depends on who the visitor is (age, restriction, an account's settings, a
/// claim). That is known only after sign-in, which comes after routing. It asks again, and then runs either the original or what refuses
/// it.
/// </summary>
internal static class CheckedEndpoint
{
    /// <param name="original">The guarded endpoint.</param>
    /// <param name="shut">Whether it is refused as far as routing knows: then no cache may answer with what it stored for somebody else.</param>
    /// <param name="refusal">What refuses it, if it is refused.</param>
    public static Endpoint Of(Endpoint original, bool shut, Func<HttpContext, Endpoint, Endpoint?> refusal)
    {
        var metadata = shut ? new EndpointMetadataCollection(original.Metadata.Where(item => item is not (OutputCacheAttribute or IOutputCachePolicy))) : original.Metadata;
        return LoadedEndpoint.Of(original, metadata, (context, endpoint) => refusal(context, endpoint) ?? endpoint);
    }
}
