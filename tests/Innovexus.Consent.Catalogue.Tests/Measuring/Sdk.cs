using System.Text.Json.Nodes;

namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>
/// An SDK that is measured: the file <c>Sdks/NAME.js</c> starts it and exports <c>event</c>, which sends an event, and <c>sends</c>, how the
/// address begins that then hears of it. <c>Sdks/NAME.json</c>, where there is one, holds what the vendor's servers must answer for that.
/// </summary>
/// <param name="Name">The vendor's id in the catalogue, and after a dot what tells its SDKs apart.</param>
internal sealed record Sdk(string Name)
{
    private static readonly string Folder = Repository.Path("tests", "Innovexus.Consent.Catalogue.Tests");

    public string Vendor => Name.Split('.')[0];

    private static string Rows => Path.Combine(Folder, "Sdks");

    // Those with the most to clear; the others are left to the long form.
    private static readonly string[] Short =
    [
        "adobe-web-sdk", "amplitude", "application-insights", "braze", "countly", "customer-io", "datadog-rum", "firebase-analytics", "grafana-faro",
        "growthbook", "highlight", "jitsu", "launchdarkly", "launchdarkly.v3", "microsoft-clarity", "mixpanel", "mparticle", "mux", "new-relic",
        "openreplay", "optimizely", "plausible", "posthog", "rudderstack", "segment", "sentry", "snowplow", "statsig",
    ];

    /// <summary>Those that the environment variable <c>SDK</c> names, with commas between them; else all in the long form, and a part in the short one.</summary>
    public static IReadOnlyList<Sdk> Chosen { get; } =
    [
        .. Environment.GetEnvironmentVariable("SDK") is { Length: > 0 } chosen ? Of(chosen.Split(',')) : Lab.IsLong ? Of(Names()) : Of(Short),
    ];

    private static IEnumerable<string> Names() => Directory.GetFiles(Rows, "*.js").Select(file => Path.GetFileName(file)[..^".js".Length]).Order(StringComparer.Ordinal);

    private static IEnumerable<Sdk> Of(IEnumerable<string> names) => names.Select(name => new Sdk(name));

    /// <summary>Answers by the beginning of the address: what is JSON, or the text of a script.</summary>
    public JsonObject Answers()
    {
        var file = Path.Combine(Rows, $"{Name}.json");
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : [];
    }

    /// <summary>Makes one script of each, in a folder.</summary>
    public static async Task BundleAsync(string folder)
    {
        var files = Chosen.Select(sdk => Path.Combine(Rows, $"{sdk.Name}.js"));
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            Path.Combine(Folder, "node_modules", ".bin", "esbuild"),
            [.. files, "--bundle", "--minify", "--format=iife", "--global-name=sdk", "--define:global=window", $"--outdir={folder}", "--log-level=warning"])
        { RedirectStandardError = true })!;
        var problems = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, problems);
    }
}
