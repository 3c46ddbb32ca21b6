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
    private const string Folder = "_content/Innovexus.Consent/";

    private readonly Lazy<Dictionary<string, string>> _routes = new(() => Find(services.GetRequiredService<EndpointDataSource>()));

    public string Route(string file) => _routes.Value.GetValueOrDefault(file) ?? Folder + file;

    private static Dictionary<string, string> Find(EndpointDataSource endpoints)
    {
        var routes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()))
        {
            var label = asset?.Properties.FirstOrDefault(property => property.Name == "label")?.Value;
            if (label?.StartsWith(Folder, StringComparison.Ordinal) == true)
            {
                routes[label[Folder.Length..]] = asset!.Route;
            }
        }

        return routes;
    }
}
