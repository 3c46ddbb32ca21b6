using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.AspNetCore.Tests;

[Collection(PackedPackages.Collection)]
public class PackageTests(PackedPackages packages)
{
    // Patterns of lists that block cookie banners (EasyList Cookie): a name that matches would be blocked, and with an assembly's
    // name a whole WebAssembly application.
    private static readonly string[] Blocked =
    [
        ".cookieconsent.", "/cookieconsent/", "-cookie-consent.", "-consent-banner.", "/consent-banner-", "/consent-dialog.", "/consent-manager.",
        "/consent-management/", "/consent.min.js", "/consent/manager/", "/privacy-banner.", "/privacy-manager.js", "/privacy-modal.js", "/cookie-banner",
        "/cookies-manager.", "-gdpr-",
    ];

    // Names that cosmetic lists hide wherever they stand.
    private static readonly string[] Hidden = ["cookie-banner", "consent-banner", "consent-modal", "cookie-consent"];

    [Fact]
    public void Core_holds_these_files()
    {
        Assert.Equal(
            [
                "ConfigurationSchema.json", "Innovexus.Consent.nuspec", "PACKAGE.md", "THIRD-PARTY-NOTICES.md", "build/Innovexus.Consent.props",
                "build/Microsoft.AspNetCore.StaticWebAssetEndpoints.props", "build/Microsoft.AspNetCore.StaticWebAssets.props",
                "buildMultiTargeting/Innovexus.Consent.props", "buildTransitive/Innovexus.Consent.props", "buildTransitive/Innovexus.Consent.targets",
                "icon.png", "lib/net10.0/Innovexus.Consent.dll", "lib/net10.0/Innovexus.Consent.xml",
                .. Languages.Select(language => $"lib/net10.0/{language}/Innovexus.Consent.resources.dll").Order(StringComparer.Ordinal),
                .. new[] { "ic-box.css", "ic-button.css", "ic-card.css", "ic-choice.js", "ic-clear.js", "ic-dev.js", "ic-events.js", "ic-form.css", "ic-gates.js", "ic-held.js", "ic-net.js", "ic-policy.js", "ic-prominence.js", "ic-say.js", "ic-scripts.js", "ic-signals.js", "ic-top.css", "ic-track.js", "ic-trusted.js", "ic-ui.js", "ic-views.js" }.SelectMany(Script),
                "staticwebassets/ic.css", "staticwebassets/ic.d.ts", .. Script("ic.js"),
            ],
            packages.Contents("Innovexus.Consent"));
        Assert.Contains("lib/net10.0/Innovexus.Consent.pdb", packages.Contents("Innovexus.Consent", "snupkg"));

        static string[] Script(string file) => file.EndsWith(".css", StringComparison.Ordinal) ? [$"staticwebassets/{file}"] : [$"staticwebassets/{file}", $"staticwebassets/{file}.map"];
    }

    private static IEnumerable<string> Languages =>
        Directory.GetFiles(Repository.Path("src", "Innovexus.Consent", "Texts"), "ConsentTexts.*.restext").Select(file => Path.GetFileName(file).Split('.')[1]);

    [Fact]
    public void Core_brings_what_it_stands_on_and_nothing_of_its_build() =>
        Assert.Equal(
            ["Microsoft.AspNetCore.Components.Web", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.Options"],
            Nuspec("Innovexus.Consent").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order());

    [Fact]
    public void Server_package_holds_these_files_and_brings_the_core()
    {
        Assert.Equal(
            [
                "Innovexus.Consent.AspNetCore.nuspec", "PACKAGE.md", "icon.png",
                "lib/net10.0/Innovexus.Consent.AspNetCore.dll", "lib/net10.0/Innovexus.Consent.AspNetCore.xml",
            ],
            packages.Contents("Innovexus.Consent.AspNetCore"));
        Assert.Contains("lib/net10.0/Innovexus.Consent.AspNetCore.pdb", packages.Contents("Innovexus.Consent.AspNetCore", "snupkg"));
        var dependency = Assert.Single(Nuspec("Innovexus.Consent.AspNetCore").Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("Innovexus.Consent", dependency.Attribute("id")!.Value);
    }

    // A package that uses another's internals fails at run time beside a newer one.
    [Theory]
    [InlineData("Innovexus.Consent.AspNetCore", "Innovexus.Consent")]
    [InlineData("Innovexus.Consent.Testing", "Innovexus.Consent.AspNetCore")]
    [InlineData("Innovexus.Consent.Vendors", "Innovexus.Consent")]
    public void Who_uses_internals_of_a_package_requires_the_very_version_that_it_was_built_with(string package, string used)
    {
        var version = Nuspec(used).Descendants().Single(element => element.Name.LocalName == "version").Value;

        var dependency = Nuspec(package).Descendants().Single(element => element.Name.LocalName == "dependency" && element.Attribute("id")!.Value == used);

        Assert.Equal($"[{version}]", dependency.Attribute("version")!.Value);
    }

    [Fact]
    public void No_other_package_uses_internals() =>
        Assert.Equal(
            ["Innovexus.Consent.AspNetCore", "Innovexus.Consent.Testing", "Innovexus.Consent.Vendors"],
            new[] { typeof(ConsentRegistry).Assembly, typeof(ConsentHttpContextExtensions).Assembly }
                .SelectMany(assembly => assembly.GetCustomAttributes<InternalsVisibleToAttribute>())
                .Select(friend => friend.AssemblyName).Where(name => File.Exists(Repository.Path("src", name, $"{name}.csproj"))).Distinct().Order());

    [Fact]
    public void Region_database_package_brings_the_server_package_and_the_reader()
    {
        Assert.Equal(
            [
                "Innovexus.Consent.MaxMind.nuspec", "PACKAGE.md", "icon.png",
                "lib/net10.0/Innovexus.Consent.MaxMind.dll", "lib/net10.0/Innovexus.Consent.MaxMind.xml",
            ],
            packages.Contents("Innovexus.Consent.MaxMind"));
        Assert.Equal(
            ["Innovexus.Consent.AspNetCore", "MaxMind.Db"],
            Nuspec("Innovexus.Consent.MaxMind").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order());
    }

    [Fact]
    public void Package_for_tests_brings_the_server_package_and_a_reader_of_HTML()
    {
        Assert.Equal(
            [
                "Innovexus.Consent.Testing.nuspec", "PACKAGE.md", "icon.png",
                "lib/net10.0/Innovexus.Consent.Testing.dll", "lib/net10.0/Innovexus.Consent.Testing.xml",
            ],
            packages.Contents("Innovexus.Consent.Testing"));
        Assert.Equal(
            ["AngleSharp", "Innovexus.Consent.AspNetCore"],
            Nuspec("Innovexus.Consent.Testing").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order());
    }

    [Fact]
    public void Catalogue_brings_the_core_and_what_that_stands_on()
    {
        Assert.Equal(
            [
                "Innovexus.Consent.Vendors.nuspec", "PACKAGE.md", "icon.png",
                "lib/net10.0/Innovexus.Consent.Vendors.dll", "lib/net10.0/Innovexus.Consent.Vendors.xml",
            ],
            packages.Contents("Innovexus.Consent.Vendors"));
        Assert.Equal(
            ["Innovexus.Consent", "Microsoft.AspNetCore.Components.Web", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.Options"],
            Nuspec("Innovexus.Consent.Vendors").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order());
    }

    [Theory]
    [InlineData("Innovexus.Consent")]
    [InlineData("Innovexus.Consent.AspNetCore")]
    [InlineData("Innovexus.Consent.MaxMind")]
    [InlineData("Innovexus.Consent.Testing")]
    [InlineData("Innovexus.Consent.Vendors")]
    public void Metadata_is_complete_and_invents_no_address(string package)
    {
        var metadata = Nuspec(package).Descendants().First(element => element.Name.LocalName == "metadata").Elements().ToLookup(element => element.Name.LocalName, element => element.Value);

        Assert.Equal("MIT", Assert.Single(metadata["license"]));
        Assert.Equal(("PACKAGE.md", "icon.png"), (Assert.Single(metadata["readme"]), Assert.Single(metadata["icon"])));
        Assert.Contains("consent", Assert.Single(metadata["tags"]), StringComparison.Ordinal);
        Assert.InRange(Assert.Single(metadata["description"]).Length, 60, 400);
        Assert.Empty(metadata["projectUrl"]);
    }

    [Fact]
    public void Packing_warns_of_nothing()
    {
        Assert.DoesNotContain("warn", packages.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("missing", packages.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_name_that_a_browser_sees_is_on_a_block_list()
    {
        var addresses = packages.Contents("Innovexus.Consent").Where(name => name.StartsWith("staticwebassets/", StringComparison.Ordinal))
            .Select(name => "/_content/Innovexus.Consent/" + name["staticwebassets/".Length..])
            .Concat(["/_framework/Innovexus.Consent.wasm", "/_framework/Innovexus.Consent.Vendors.wasm", "/_ic/decision", "/_ic/preferences"]).ToArray();
        Assert.True(addresses.Length > 6);
        Assert.All(addresses, address => Assert.DoesNotContain(Blocked, pattern => address.Contains(pattern, StringComparison.OrdinalIgnoreCase)));

        var sheet = packages.Read("Innovexus.Consent", "staticwebassets/ic.css");
        var classes = Regex.Matches(sheet, @"\.([a-z][\w-]*)").Select(match => match.Groups[1].Value).Distinct().ToArray();
        Assert.Contains("ic-banner", classes);
        Assert.All(classes, name => Assert.DoesNotContain(Hidden, pattern => name.Contains(pattern, StringComparison.OrdinalIgnoreCase)));
    }

    private XDocument Nuspec(string package) => XDocument.Parse(packages.Read(package, $"{package}.nuspec"));
}
