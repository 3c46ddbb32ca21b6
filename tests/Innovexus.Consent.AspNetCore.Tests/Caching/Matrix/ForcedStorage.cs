using Microsoft.AspNetCore.OutputCaching;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A site's policy that stores whatever comes: from the request on, or once more when the response is there.</summary>
internal abstract class ForcedStorage(bool insists) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(1);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage |= insists;
        return ValueTask.CompletedTask;
    }
}

internal sealed class ForcedAtRequest() : ForcedStorage(insists: false);

internal sealed class ForcedAtResponse() : ForcedStorage(insists: true);
