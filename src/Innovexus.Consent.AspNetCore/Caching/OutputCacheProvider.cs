using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>
/// A site's own provider of the output cache's policies, which .NET 11 brings: it decides which base policies there are, the library's
/// among them. Found by its name, since this is built for .NET 10, where it does not exist.
/// </summary>
internal sealed class OutputCacheProvider(IServiceCollection services)
{
    private const string Service = "Microsoft.AspNetCore.OutputCaching.IOutputCachePolicyProvider";
    private const string Default = "Microsoft.AspNetCore.OutputCaching.DefaultOutputCachePolicyProvider";

    private IServiceCollection? _services = services;

    /// <summary>Looks once, when all services are known, and lets go of them.</summary>
    /// <returns>The type's name, or what makes it; nothing where the framework's own is used.</returns>
    public string? Find()
    {
        // The last one registered counts.
        var last = Interlocked.Exchange(ref _services, null)?.LastOrDefault(service => !service.IsKeyedService && service.ServiceType.FullName == Service);
        var type = last?.ImplementationType ?? last?.ImplementationInstance?.GetType();
        return last is null || type?.FullName == Default ? null : type?.FullName ?? "a factory";
    }
}
