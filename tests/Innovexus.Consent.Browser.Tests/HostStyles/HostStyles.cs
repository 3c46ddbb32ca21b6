using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What sites are styled with, put at the start of every page that a walk is shown.</summary>
internal static class HostStyles
{
    private static readonly string Packages = typeof(HostStyles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Packages").Value!;

    private static readonly Dictionary<string, Func<string>> Sheets = new(StringComparer.Ordinal)
    {
        ["Bootstrap"] = () => Node("bootstrap/dist/css/bootstrap.min.css"),
        // In the layer in which its own entry imports it: what is important there, nothing outside of a layer can beat.
        ["Tailwind"] = () => $"@layer base {{ {Node("tailwindcss/preflight.css")} }}",
        ["Pico"] = () => Node("@picocss/pico/css/pico.min.css"),
        ["Bulma"] = () => Node("bulma/css/bulma.min.css"),
        ["MudBlazor"] = () => Package("mudblazor/9.12.0/staticwebassets/MudBlazor.min.css"),
        ["FluentUI"] = () => Package("microsoft.fluentui.aspnetcore.components/5.0.1/staticwebassets/css/reboot.css")
            + Package("microsoft.fluentui.aspnetcore.components/5.0.1/staticwebassets/css/default-fuib.css")
            + Package("microsoft.fluentui.aspnetcore.components/5.0.1/staticwebassets/Microsoft.FluentUI.AspNetCore.Components.bundle.scp.css"),
    };

    public static IEnumerable<string> Names => Sheets.Keys;

    public static async Task PutOnAsync(Walk walk, string name)
    {
        var sheet = Sheets[name]();
        await walk.Context.RouteAsync(new Regex("^" + Regex.Escape(walk.Url)), async route =>
        {
            if (route.Request.Method != "GET" || route.Request.ResourceType is not ("document" or "fetch"))
            {
                await route.FallbackAsync();
                return;
            }

            var answer = await route.FetchAsync();
            var text = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer, Body = text.Replace("<head>", $"<head><style>{sheet}</style>", StringComparison.Ordinal) });
        });
    }

    private static string Node(string file) => Read(Repository.Path("tests", "Innovexus.Consent.Browser.Tests", "HostStyles", "node_modules", file),
        "Run npm ci --ignore-scripts in tests/Innovexus.Consent.Browser.Tests/HostStyles.");

    private static string Package(string file) => Read(Path.Combine(Packages, file), "Restore the project.");

    private static string Read(string path, string fix) => File.Exists(path) ? File.ReadAllText(path) : throw new InvalidOperationException($"{path} is missing. {fix}");
}
