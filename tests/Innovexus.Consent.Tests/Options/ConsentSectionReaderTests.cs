using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.Tests.Sections;

namespace Innovexus.Consent.Tests;

public class ConsentSectionReaderTests
{
    [Fact]
    public void Smallest_section_is_controller_and_policy_and_asks_nothing()
    {
        var registry = Read(Smallest);

        Assert.Equal("Innovexus", registry.Controller.Name);
        Assert.False(Decisions.Evaluate(null, registry).NeedsDecision);
    }

    [Fact]
    public void Section_reads_every_property()
    {
        var registry = Read(
            """
            { "Consent": {
                "Controller": { "Name": "Innovexus", "Contact": "privacy@innovexus.example" },
                "PrivacyPolicyPath": "/privacy", "PreferencesPath": "/cookies", "Lifetime": "90",
                "Categories": { "research": { "Name": "Research", "Purpose": "Studies", "Order": 35 } },
                "Vendors": { "plausible": {
                    "Category": "research", "Name": "Plausible Insights", "Purpose": "Counts visits", "PolicyUrl": "https://plausible.io/privacy",
                    "Role": "jointcontroller", "SaleOrShare": false, "SensitiveData": true, "Countries": "EE", "Transfer": "adequacy", "Revision": 3,
                    "Origins": { "Script": "https://plausible.io", "Connect": "https://plausible.io https://events.plausible.io" },
                    "Cookies": {
                        "_pl_*": { "Duration": "30.00:00:00", "Purpose": "Tells visits apart", "Domain": "example.com", "Path": "/app", "HttpOnly": true },
                        "plausible_ignore": { "Kind": "LocalStorage", "Purpose": "Remembers your opt-out" },
                        "host": { "Name": "__Host-x", "Purpose": "Session" } } } } } }
            """);

        Assert.True(registry.TryGetVendor("plausible", out var vendor));
        Assert.Equal((VendorRole.JointController, false, true, "adequacy", 3), (vendor.Role, vendor.SaleOrShare, vendor.SensitiveData, vendor.Transfer, vendor.Revision));
        Assert.Equal(
            [
                new() { Origin = "https://events.plausible.io", Uses = VendorUses.Connect },
                new() { Origin = "https://plausible.io", Uses = VendorUses.Script | VendorUses.Connect },
            ],
            vendor.Origins.OrderBy(origin => origin.Origin));
        Assert.Equal(
            new CookieDeclaration { Name = "_pl_*", Duration = TimeSpan.FromDays(30), Purpose = "Tells visits apart", Domain = "example.com", Path = "/app", HttpOnly = true },
            vendor.Cookies.Single(cookie => cookie.Name == "_pl_*"));
        Assert.Equal(StorageKind.LocalStorage, vendor.Cookies.Single(cookie => cookie.Name == "plausible_ignore").Kind);
        Assert.Contains(vendor.Cookies, cookie => cookie.Name == "__Host-x");
        Assert.Equal("/cookies", registry.PreferencesPath);
    }

    [Fact]
    public void Configuration_and_code_merge_and_code_wins()
    {
        var registry = Provider(
            """
            { "Consent": { "Controller": { "Name": "From the section" }, "PrivacyPolicyPath": "/section", "Vendors": {
                "stats": { "Category": "functional", "Name": "Section", "Purpose": "From the section", "Countries": "EE, FI", "Role": "Processor" } } } }
            """,
            builder =>
            {
                builder.Services.Configure<ConsentOptions>(options => options.PrivacyPolicyPath = "/code");
                builder.AddVendor("stats", "analytics", vendor => vendor.Name = "Code");
            }).GetRequiredService<ConsentRegistry>();

        Assert.Equal(("From the section", "/code"), (registry.Controller.Name, registry.PrivacyPolicyPath));
        Assert.True(registry.TryGetVendor("stats", out var stats));
        Assert.Equal(("analytics", "Code", "From the section"), (stats.Category, stats.Name, stats.Purpose));
        Assert.Equal(["EE", "FI"], stats.Countries);
    }

    [Fact]
    public void A_section_that_is_not_there_is_named()
    {
        var configuration = new ConfigurationBuilder().Build();
        var builder = ConsentCoreServices.Add(new ServiceCollection()).AddConfiguration(configuration.GetSection("Consents"));

        var exception = Assert.Throws<ConsentConfigurationException>(() => builder.Services.BuildServiceProvider().GetRequiredService<ConsentRegistry>());

        Assert.Equal(["Consents:Controller:Name", "Consents:PrivacyPolicyPath"], exception.Problems.Select(problem => problem.Path));
        Assert.Contains("no section 'Consents'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_reported_at_once_with_its_path_and_fix()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Provider(
            """
            { "Consent": {
                "Controler": { "Name": "Innovexus" },
                "PreferencesPath": "https://elsewhere.example/cookies", "Banner": { "Layout": "Boks", "Position": "Top left" },
                "PrivacyChoicesPath": "/privacy#choices",
                "Lifetime": "400",
                "Categories": { "Bad Id": { "Name": "Bad" }, "research": { "Order": "first" }, "clash": { "Name": "Clash" } },
                "Vendors": {
                    "clash": { "Category": "analytics", "Name": "Clash", "Purpose": "Clashes" },
                    "stats": { "Category": "analitics", "Name": " ", "Purpose": "Counts", "Role": "Procesor", "SaleOrShare": "maybe", "Cookies": {
                        "ic_*": { "Purpose": "Too wide" }, "*": { "Purpose": "Everything" },
                        "old": { "Duration": "401", "Purpose": "Too long" }, "iso": { "Duration": "P30D", "Purpose": "Form" },
                        "hours": { "Duration": "24:00:00", "Purpose": "Form" }, "none": { }, "scalar": "30.00:00:00" } },
                    "ads": "marketing", "odd": { "Category": "marketing", "Name": "Odd", "Purpose": "Odd", "Role": "64", "Countries": "EU,uk,DEE,US-CA,de" },
                    "maps": { "Category": "functional", "Name": "Maps", "Purpose": "Shows maps", "Countries": [ "US", "IE" ], "Origins": { "Scripts": "https://maps.example", "Frame": "https://maps.example/embed" } } } } }
            """,
            builder => builder.AddVendor("twice", "marketing", Complete).AddVendor("twice", "marketing", Complete)).GetRequiredService<ConsentRegistry>());

        (string Path, string Fix)[] expected =
        [
            ("Consent:Controler", "Did you mean 'Controller'?"),
            ("Consent:Controller:Name", "Name who is responsible"),
            ("Consent:PrivacyPolicyPath", "Give its path"),
            ("Consent:PreferencesPath", "Start it with a single '/'"),
            ("Consent:Banner:Layout", "Did you mean 'Box'?"),
            ("Consent:Banner:Position", "Use one of: Bottom, Top, BottomStart, BottomEnd."),
            ("Consent:PrivacyChoicesPath", "leave out what follows '?' or '#'"),
            ("Consent:Lifetime", "1 to 395 days"),
            ("Consent:Categories:Bad Id", "lower-case letter"),
            ("Consent:Categories:research:Order", "whole number"),
            ("Consent:Categories:research:Name", "has no name"),
            ("Consent:Vendors:clash", "an id can name only one of them"),
            ("Consent:Vendors:stats:Category", "Did you mean 'analytics'?"),
            ("Consent:Vendors:stats:Name", "has no Name"),
            ("Consent:Vendors:stats:Role", "Did you mean 'Processor'?"),
            ("Consent:Vendors:stats:SaleOrShare", "true or false"),
            ("Consent:Vendors:stats:Cookies:ic_*", "would match 'ic_consent'"),
            ("Consent:Vendors:stats:Cookies:*", "would match everything"),
            ("Consent:Vendors:stats:Cookies:old:Duration", "400"),
            ("Consent:Vendors:stats:Cookies:iso:Duration", "30.00:00:00"),
            ("Consent:Vendors:stats:Cookies:hours:Duration", "at most 23"),
            ("Consent:Vendors:stats:Cookies:none:Purpose", "has no purpose"),
            ("Consent:Vendors:stats:Cookies:scalar", "object"),
            ("Consent:Vendors:odd:Role", "Processor"),
            ("Consent:Vendors:odd:Countries", "Name its countries, such as DE and FR"),
            ("Consent:Vendors:odd:Countries", "'DEE' is no country. Did you mean 'DE'?"),
            ("Consent:Vendors:odd:Countries", "'US-CA' is no country."),
            ("Consent:Vendors:ads", "object"),
            ("Consent:Vendors:ads:Category", "has no category"),
            ("Consent:Vendors:ads:Name", "has no Name"),
            ("Consent:Vendors:ads:Purpose", "has no Purpose"),
            ("Consent:Vendors:maps:Countries", "commas"),
            ("Consent:Vendors:maps:Origins:Scripts", "Did you mean 'Script'?"),
            ("Consent:Vendors:maps:Origins", "not an origin"),
            ("Vendors:twice", "declared twice"),
        ];
        Assert.All(expected, entry => Assert.Contains(
            exception.Problems,
            problem => problem.Path == entry.Path && problem.Message.Contains(entry.Fix, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, exception.Problems.Count);
        Assert.All(exception.Problems, problem => Assert.Contains(problem.ToString(), exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Empty_key_from_the_environment_is_reported_with_its_cause()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Consent:Controller:Name"] = "Innovexus",
            ["Consent:PrivacyPolicyPath"] = "/privacy",
            ["Consent:Vendors:stats:Category"] = "analytics",
            ["Consent:Vendors:stats:Name"] = "Stats",
            ["Consent:Vendors:stats:Purpose"] = "Counts",
            // What Consent__Vendors__stats__Cookies____Host-x__Purpose becomes.
            ["Consent:Vendors:stats:Cookies::Host-x:Purpose"] = "Session",
        }).Build();

        var exception = Assert.Throws<ConsentConfigurationException>(() => Provider(configuration).GetRequiredService<ConsentRegistry>());

        Assert.Contains(exception.Problems, problem => problem.Message.Contains("'__' separates levels", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(",")]
    public void Names_that_are_only_separators_are_a_problem_with_its_path(string text)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Consent:Controller:Name"] = "Innovexus",
            ["Consent:PrivacyPolicyPath"] = "/privacy",
            ["Consent:FrameworkCookies"] = text,
            ["Consent:Vendors:stats:Category"] = "analytics",
            ["Consent:Vendors:stats:Name"] = "Stats",
            ["Consent:Vendors:stats:Purpose"] = "Counts",
            [$"Consent:Vendors:stats:Origins:{text}"] = "https://stats.example",
        }).Build();

        var problems = Assert.Throws<ConsentConfigurationException>(Sections.Provider(configuration).GetRequiredService<ConsentRegistry>).Problems;

        Assert.Equal(["Consent:FrameworkCookies", $"Consent:Vendors:stats:Origins:{text}"], problems.Select(problem => problem.Path));
        Assert.All(problems, problem => Assert.StartsWith($"'{text}' names nothing. Use: ", problem.Message, StringComparison.Ordinal));
    }
}
