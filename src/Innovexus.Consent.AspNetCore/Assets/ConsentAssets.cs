using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>
/// The addresses of the package's files: fingerprinted where the host maps static assets, plain where it does not. The endpoints
/// know them in every kind of host; a page's own asset collection is missing in MVC and in the preferences page.
/// </summary>
internal sealed class ConsentAssets(IServiceProvider services)
{
    public const string Folder = "_content/Innovexus.Consent/";

    private readonly Lazy<Dictionary<string, StaticAssetDescriptor>> _assets = new(() => Find(services.GetRequiredService<EndpointDataSource>()));

    public string Route(string file) => _assets.Value.GetValueOrDefault(file)?.Route ?? Folder + file;

    /// <summary>The hash that the host knows, if any: the framework leaves it out in Development, where files change.</summary>
    public string? Integrity(string file) => _assets.Value.GetValueOrDefault(file) is { } asset ? Property(asset, "integrity") : null;

    private static Dictionary<string, StaticAssetDescriptor> Find(EndpointDataSource endpoints)
    {
        var assets = new Dictionary<string, StaticAssetDescriptor>(StringComparer.Ordinal);
        foreach (var asset in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()))
        {
            if (asset is not null && Property(asset, "label") is { } label && label.StartsWith(Folder, StringComparison.Ordinal))
            {
                assets[label[Folder.Length..]] = asset;
            }
        }

        return assets;
    }

    private static string? Property(StaticAssetDescriptor asset, string name) =>
        asset.Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
