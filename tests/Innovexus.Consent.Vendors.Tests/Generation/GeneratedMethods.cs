using System.Security;
using System.Text;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Writes the source of the methods and components that are named after a vendor, from its entry.</summary>
internal static class GeneratedMethods
{
    /// <summary>The vendors that most sites look for, of those whose scripts take parameters.</summary>
    public static IReadOnlyList<string> Vendors { get; } =
    [
        "amazon-ads",
        "amplitude",
        "application-insights",
        "cloudflare-web-analytics",
        "contentsquare",
        "crazy-egg",
        "crisp",
        "criteo",
        "fathom",
        "fullstory",
        "google-ads",
        "google-adsense",
        "google-analytics",
        "google-tag-manager",
        "heap",
        "hotjar",
        "hubspot",
        "intercom",
        "klaviyo",
        "linkedin-insight",
        "matomo",
        "meta-pixel",
        "microsoft-advertising",
        "microsoft-clarity",
        "mixpanel",
        "mouseflow",
        "optimizely",
        "pinterest-tag",
        "piwik-pro",
        "plausible",
        "posthog",
        "reddit-pixel",
        "segment",
        "snap-pixel",
        "tawk-to",
        "tiktok-pixel",
        "umami",
        "x-pixel",
        "yandex-metrica",
        "zendesk",
    ];

    /// <summary>Where it is checked in.</summary>
    public static string Path { get; } = Repository.Path("src", "Innovexus.Consent.Vendors", "Generated", "VendorMethods.cs");

    /// <summary>A vendor's name as a name in C#: the words of its id, spelled as in its name.</summary>
    public static string NameOf(CatalogueEntry entry)
    {
        var words = entry.Name.Split(' ');
        return string.Concat(entry.Id.Split('-').Select(word =>
            Array.Find(words, spelled => spelled.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } found ? Upper(found) : Upper(word)));
    }

    public static string Write()
    {
        CatalogueEntry[] entries = [.. Vendors.Select(id => VendorCatalogue.Find(id)!)];
        var text = new StringBuilder("""
            // Written from the catalogue by Innovexus.Consent.Vendors.Tests (VendorMethodsTests); do not edit.
            using Innovexus.Consent;

            namespace Microsoft.Extensions.DependencyInjection
            {
                /// <summary>
                /// Declares the vendors of the catalogue that most sites look for. Each of these throws an <see cref="InvalidOperationException"/> for the
                /// builder of <c>AddConsentClient</c>, whose server declares.
                /// </summary>
                public static class VendorBuilderExtensions
                {

            """);
        text.AppendJoin('\n', entries.Select(Method));
        text.Append("""
                }
            }

            namespace Innovexus.Consent
            {

            """);
        text.AppendJoin('\n', entries.Select(Component));
        return text.Append("}\n").ToString();
    }

    private static string Method(CatalogueEntry entry)
    {
        var (name, parameters) = (NameOf(entry), entry.Parameters);
        var documented = string.Concat(parameters.Select(parameter => $"        /// <param name=\"{parameter.Name}\">{Text(parameter.About)} It has the form <c>{Text(parameter.Example)}</c>.</param>\n"));
        return $$"""
                    /// <summary>Declares {{Text(entry.Name)}} from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.{{name}}"/> renders its scripts.</summary>
                    /// <param name="builder">The builder.</param>
            {{documented}}        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
                    public static IConsentBuilder Add{{name}}(this IConsentBuilder builder, {{string.Join(", ", parameters.Select(parameter => $"string {parameter.Name}"))}}, Action<VendorOptions>? configure = null)
                    {
            {{string.Concat(parameters.Select(parameter => $"            ArgumentNullException.ThrowIfNull({parameter.Name});\n"))}}            return builder.AddVendorFromCatalogue("{{entry.Id}}", new Dictionary<string, string> { {{string.Join(", ", parameters.Select(parameter => $"[\"{parameter.Name}\"] = {parameter.Name}"))}} }, configure);
                    }

            """;
    }

    private static string Component(CatalogueEntry entry) => $$"""
            /// <summary>
            /// The scripts of {{Text(entry.Name)}}, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
            /// <c>&lt;ConsentHead /&gt;</c>; <c>Add{{NameOf(entry)}}</c> gives its scripts what they need.
            /// </summary>
            public sealed class {{NameOf(entry)}} : {{(GoogleConsentMode.Readers.Contains(entry.Id) ? nameof(GoogleSnippetBase) : nameof(VendorSnippetBase))}}
            {
                private protected override string Id => "{{entry.Id}}";
            }

        """;

    private static string Upper(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Text(string text) => SecurityElement.Escape(text)!.Replace("&apos;", "'", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
}
