using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

public class RegistryBuilderTests
{
    private const string Smallest = """{ "Consent": { "Controller": { "Name": "Innovexus" }, "PrivacyPolicyPath": "/privacy" } }""";

    [Fact]
    public void Smallest_section_is_controller_and_policy_and_asks_nothing()
    {
        var registry = Read(Smallest);

        Assert.Equal("Innovexus", registry.Controller.Name);
        Assert.False(Decisions.Evaluate(null, registry).NeedsDecision);
    }

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("shop.example.co.uk", true)]
    [InlineData("https://example.com", false)]
    [InlineData(".example.com", false)]
    [InlineData("example.com:443", false)]
    [InlineData("localhost", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("", false)]
    public void A_cookie_domain_is_a_parent_domain_and_nothing_else(string domain, bool valid)
    {
        var build = () => Registries.Build(options => options.CookieDomain = domain);
        if (valid)
        {
            var cookie = Assert.Single(build().Vendors.Single(vendor => vendor.Id == "consent").Cookies, cookie => cookie.Kind == StorageKind.Cookie);
            Assert.Equal(("ic_consent", domain), (cookie.Name, cookie.Domain));
        }
        else
        {
            Assert.Contains("Consent:CookieDomain", Assert.Throws<ConsentConfigurationException>(build).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Built_in_categories_stand_in_order_with_texts()
    {
        var categories = Registries.Build(_ => { }).Categories;

        Assert.Equal(["necessary", "functional", "analytics", "marketing"], categories.Select(category => category.Id));
        Assert.All(categories, category => Assert.True(category.Name.Length > 0 && category.Purpose.Length > 20));
    }

    [Fact]
    public void Own_categories_are_ordered_among_the_built_in_ones()
    {
        var registry = Registries.Build(options => options.Registry.DeclareCategory("research", category =>
        {
            category.Name = "Research";
            category.Order = 15;
        }));

        Assert.Equal(["necessary", "functional", "research", "analytics", "marketing"], registry.Categories.Select(category => category.Id));
    }

    [Fact]
    public void Library_declares_its_own_cookie_and_storage()
    {
        Assert.True(Registries.Site.TryGetVendor("consent", out var own));
        Assert.Equal(["ic_consent*", "__Host-ic_consent*", "ic_signal*", "__Host-ic_signal*", "ic_pending*", "ic_clear*"], own.Cookies.Select(cookie => cookie.Name));
        Assert.Equal("necessary", own.Category);
        Assert.Equal(TimeSpan.FromDays(182), own.Cookies[0].Duration);
    }

    [Fact]
    public void Every_cookie_of_the_library_is_declared_where_it_can_occur_with_purpose_and_duration()
    {
        ConsentRegistry Build(bool sells, bool notices, bool standalone, string? domain = null, bool account = false) => Registries.Build(options =>
        {
            Registries.Vendor(options, "ads", "marketing", sells ? VendorRole.ThirdParty : VendorRole.Processor);
            (options.Standalone, options.CookieDomain, options.HasExternalSource) = (standalone, domain, account);
            if (notices)
            {
                options.PolicyVersions.Add(new() { Id = "2027", Effective = new(2027, 1, 1), Summary = "We keep less.", Material = true });
            }
        });
        string[] Cookies(ConsentRegistry registry) =>
            [.. registry.Vendors.Single(vendor => vendor.Id == "consent").Cookies.Where(cookie => cookie.Kind == StorageKind.Cookie).Select(cookie => cookie.Name)];

        var all = Build(sells: true, notices: true, standalone: false, account: true);
        Assert.Equal(BuiltInDeclarations.OwnNames(StorageKind.Cookie).Select(name => $"{name}*"), Cookies(all));
        Assert.Equal(["ic_consent*", "__Host-ic_consent*", "ic_policy*"], Cookies(Build(sells: false, notices: true, standalone: false)));
        Assert.Equal(["ic_consent*", "__Host-ic_consent*"], Cookies(Build(sells: true, notices: false, standalone: true)));
        Assert.Equal(["ic_consent", "ic_signal"], Cookies(Build(sells: true, notices: false, standalone: false, "example.com")));
        Assert.All(all.Vendors.Single(vendor => vendor.Id == "consent").Cookies.Where(cookie => cookie.Kind == StorageKind.Cookie), cookie => Assert.True(cookie.Duration > TimeSpan.Zero && cookie.Purpose.Length > 10));
    }

    [Fact]
    public void Every_key_that_the_runtime_stores_is_declared()
    {
        var stored = Directory.EnumerateFiles(Repository.Path("src/Innovexus.Consent/Runtime"), "*.js")
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "(?:stored|setItem)\\('([^']+)'").Select(match => match.Groups[1].Value));

        Assert.Equal(
            BuiltInDeclarations.OwnNames(StorageKind.LocalStorage).Concat(BuiltInDeclarations.OwnNames(StorageKind.SessionStorage)).Order(StringComparer.Ordinal),
            stored.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(VendorRole.ThirdParty, true)]
    [InlineData(VendorRole.JointController, true)]
    [InlineData(VendorRole.Processor, false)]
    [InlineData(VendorRole.FirstParty, false)]
    public void Sale_or_share_follows_from_the_role_unless_it_is_said(VendorRole role, bool expected)
    {
        var registry = Registries.Build(options =>
        {
            Registries.Vendor(options, "one", "marketing", role);
            Registries.Vendor(options, "two", "marketing", role, vendor => vendor.SaleOrShare = !expected);
        });

        Assert.Equal([expected, !expected], registry.Vendors.Where(vendor => vendor.Category == "marketing").Select(vendor => vendor.SaleOrShare));
    }

    [Fact]
    public void Framework_cookies_are_added_in_one_line_and_by_name()
    {
        var all = Provider(Smallest, builder => builder.AddFrameworkCookies()).GetRequiredService<ConsentRegistry>();
        var some = Read("""{ "Consent": { "Controller": { "Name": "X" }, "PrivacyPolicyPath": "/p", "FrameworkCookies": "Antiforgery, Session" } }""");

        Assert.True(all.TryGetVendor("aspnetcore", out var framework));
        Assert.Contains(framework.Cookies, cookie => CookiePattern.Matches(cookie.Name, ".AspNetCore.Identity.Application"));
        Assert.True(some.TryGetVendor("aspnetcore", out framework));
        Assert.Equal([".AspNetCore.Antiforgery.*", ".AspNetCore.Session"], framework.Cookies.Select(cookie => cookie.Name));
    }

    [Theory]
    [InlineData(StorageKind.Cookie, ".AspNetCore.Components.TempData", ".AspNetCore.Comp*")]
    [InlineData(StorageKind.Cookie, ".AspNetCore.Components.TempDataC1", "*TempDataC1")]
    [InlineData(StorageKind.LocalStorage, "blazor-resource-hash", "blazor-resource-*")]
    [InlineData(StorageKind.LocalStorage, "blazor-resource-hash:App", "*:App")]
    [InlineData(StorageKind.Cache, "blazor-media-cache", "*-media-cache")]
    public void What_the_framework_stores_is_declared_and_no_vendor_clears_it(StorageKind kind, string name, string pattern)
    {
        var all = Provider(Smallest, builder => builder.AddFrameworkCookies()).GetRequiredService<ConsentRegistry>();
        Assert.True(all.TryGetVendor("aspnetcore", out var framework));
        Assert.Contains(framework.Cookies, cookie => cookie.Kind == kind && CookiePattern.Matches(cookie.Name, name));

        // Whether the site declares it or not.
        foreach (var declared in new[] { FrameworkCookies.None, FrameworkCookies.All })
        {
            var refused = Assert.Throws<ConsentConfigurationException>(() => Provider(Smallest, builder => builder
                .AddFrameworkCookies(declared)
                .AddVendor("stats", "analytics", vendor =>
                {
                    (vendor.Name, vendor.Purpose) = ("Stats", "Counts visits");
                    vendor.Add(new() { Name = pattern, Kind = kind, Purpose = "Counts visits" });
                })).GetRequiredService<ConsentRegistry>());
            Assert.Contains(refused.Problems, problem => problem.Message.Contains($"A refusal deletes what '{pattern}' matches", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("*.FLAGS.*")]
    [InlineData("*/flags")]
    public void A_pattern_that_begins_with_a_star_need_not_meet_what_the_framework_stores(string pattern)
    {
        var registry = Provider(Smallest, builder => builder.AddFrameworkCookies().AddVendor("flags", "analytics", vendor =>
        {
            (vendor.Name, vendor.Purpose) = ("Flags", "Tests variants");
            vendor.AddLocalStorage(pattern, "Keeps the variants");
        })).GetRequiredService<ConsentRegistry>();

        Assert.True(registry.TryGetVendor("flags", out _));
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
                    "Role": "jointcontroller", "SaleOrShare": false, "Countries": "EE", "Transfer": "adequacy", "Revision": 3,
                    "Origins": { "Script": "https://plausible.io", "Connect": "https://plausible.io https://events.plausible.io" },
                    "Cookies": {
                        "_pl_*": { "Duration": "30.00:00:00", "Purpose": "Tells visits apart", "Domain": "example.com", "Path": "/app", "HttpOnly": true },
                        "plausible_ignore": { "Kind": "LocalStorage", "Purpose": "Remembers your opt-out" },
                        "host": { "Name": "__Host-x", "Purpose": "Session" } } } } } }
            """);

        Assert.True(registry.TryGetVendor("plausible", out var vendor));
        Assert.Equal((VendorRole.JointController, false, "adequacy", 3), (vendor.Role, vendor.SaleOrShare, vendor.Transfer, vendor.Revision));
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
    public void Every_problem_is_reported_at_once_with_its_path_and_fix()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Provider(
            """
            { "Consent": {
                "Controler": { "Name": "Innovexus" },
                "PreferencesPath": "https://elsewhere.example/cookies",
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

    [Theory]
    [InlineData("privacy at example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("+49 30 1234")]
    public void A_contact_that_no_link_can_lead_to_is_refused(string contact)
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options => options.Controller = new() { Name = "Innovexus", Contact = contact }));

        Assert.Contains("Write privacy@example.com", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_texts_of_categories_are_refused_for_built_in_ones_too()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            options.Registry.DeclareCategory("analytics", category => category.Name = " ");
            options.Registry.DeclareCategory("research", category => (category.Name, category.Purpose) = ("Research", ""));
        }));

        Assert.Equal(["Categories:analytics:Name", "Categories:research:Purpose"], exception.Problems.Select(problem => problem.Path));
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
    public void More_categories_than_the_cookie_holds_stop_start_up()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Large(80, 80));

        Assert.Contains("too many categories for the decision cookie", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_match_in_any_case_and_the_first_spelling_stays()
    {
        var vendor = Layered(
            [("Vendors:track:Cookies:_track:Duration", "365"), ("Vendors:track:Cookies:_track:Purpose", "Counts"), ("Vendors:track:Cookies:_Other:Purpose", "Counts")],
            [("Vendors:TRACK:REVISION", "2"), ("VENDORS:Track:Cookies:_TRACK:Duration", "30"), ("VENDORS:Track:Cookies:_OTHER:PATH", "/shop")])
            .Vendors.Single(vendor => vendor.Id == "track");

        Assert.Equal(2, vendor.Revision);
        Assert.Equal(
            [("_track", TimeSpan.FromDays(30), "Counts", "/"), ("_Other", null, "Counts", "/shop")],
            vendor.Cookies.OrderByDescending(cookie => cookie.Name).Select(cookie => (cookie.Name, cookie.Duration, cookie.Purpose, cookie.Path)));
    }

    [Fact]
    public void Keys_of_categories_rules_and_policy_versions_match_in_any_case_too()
    {
        var registry = Layered(
            [("Categories:research:Name", "Research"), ("PolicyVersions:2027-a:Effective", "2027-01-01"), ("PolicyVersions:2027-a:Summary", "We keep less.")],
            [("CATEGORIES:RESEARCH:ORDER", "5"), ("CATEGORIES:ANALYTICS:NAME", "Statistics"), ("POLICYVERSIONS:2027-A:MATERIAL", "true"),
            ("RULES:MODELS:us-ca:ANALYTICS", "NoticeOnly"), ("RULES:MODELS:US-CA:Research", "NoticeOnly")]);

        Assert.Equal(5, registry.Categories.Single(category => category.Id == "research").Order);
        Assert.Equal("Statistics", registry.Categories.Single(category => category.Id == "analytics").Name);
        Assert.Equal(("2027-a", true), registry.PolicyVersions.Select(version => (version.Id, version.Material)).Single());
    }

    [Fact]
    public void Code_and_every_section_speak_of_one_vendor_in_any_case()
    {
        var builder = ConsentCoreServices.Add(new ServiceCollection())
            .AddConfiguration(Section(Layer(("Vendors:TRACK:Revision", "2"), ("Vendors:Other:Cookies:_o:Purpose", "Counts"), ("FrameworkCookies", "Session"))))
            .AddConfiguration(Section(Layer(("Vendors:OTHER:Cookies:_O:Purpose", "Counts less"), ("Vendors:ASPNETCORE:Name", "Our servers"))))
            .AddVendor("other", "analytics", Complete)
            .AddVendor("track", "analytics", vendor => (vendor.Name, vendor.Purpose) = ("Track", "Tests"));

        var registry = builder.Services.BuildServiceProvider().GetRequiredService<ConsentRegistry>();

        Assert.Equal(2, registry.Vendors.Single(vendor => vendor.Id == "track").Revision);
        Assert.Equal(("_o", "Counts less"), registry.Vendors.Single(vendor => vendor.Id == "other").Cookies.Select(cookie => (cookie.Name, cookie.Purpose)).Single());
        Assert.Equal("Our servers", registry.Vendors.Single(vendor => vendor.Id == "aspnetcore").Name);
    }

    [Fact]
    public void An_id_that_is_nowhere_spelled_as_one_is_still_refused()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Layered([("Categories:Research:Name", "Research")], [("CATEGORIES:RESEARCH:ORDER", "5")]));

        Assert.Contains("'Research' is not a valid id", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_one_layer_beside_a_text_of_another_is_reported()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Layered([("Vendors:track:Countries", "EE")], [("VENDORS:TRACK:COUNTRIES:0", "DE")]));

        Assert.Contains("list", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    // As variables of the environment may be, or configurations that are chained into one layer.
    [Fact]
    public void A_list_beside_a_text_of_the_only_layer_is_reported()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Layered([("Vendors:track:Countries", "EE"), ("Vendors:track:Countries:0", "DE")], []));

        Assert.Contains("list", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    // Two layers, as JSON and the environment are.
    private static ConsentRegistry Layered((string Key, string Value)[] json, (string Key, string Value)[] environment) => Provider(new ConfigurationBuilder()
        .AddInMemoryCollection(Layer([("Vendors:track:Category", "analytics"), ("Vendors:track:Name", "Track"), ("Vendors:track:Purpose", "Tests"), .. json]))
        .AddInMemoryCollection(environment.Select(setting => KeyValuePair.Create($"CONSENT:{setting.Key}", (string?)setting.Value)))
        .Build()).GetRequiredService<ConsentRegistry>();

    private static Dictionary<string, string?> Layer(params (string Key, string Value)[] settings) => new(
        settings.Append(("Controller:Name", "Innovexus")).Append(("PrivacyPolicyPath", "/privacy")).Select(setting => KeyValuePair.Create($"Consent:{setting.Item1}", (string?)setting.Item2)));

    private static IConfigurationSection Section(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Consent");

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
    [InlineData("consent")]
    [InlineData("necessary")]
    public void Reserved_ids_are_refused_for_vendors(string id)
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options => Registries.Vendor(options, id, "analytics")));

        Assert.Equal($"Vendors:{id}", exception.Problems[0].Path);
    }

    [Fact]
    public void Fingerprint_follows_what_is_material_and_never_the_wording()
    {
        var before = Fingerprint(_ => { });

        Assert.Equal(before, Fingerprint(vendor => vendor.Purpose = "Other words"));
        Assert.Equal(before, Fingerprint(vendor => vendor.PolicyUrl = "https://elsewhere.example"));
        Assert.Equal(before, Fingerprint(vendor => vendor.AddCookie("x", "y")));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Role = VendorRole.FirstParty));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.SaleOrShare = true));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Countries = ["US"]));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Transfer = "SCC"));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Revision = 2));
        Assert.Equal(
            Fingerprint(vendor => vendor.Countries = ["US", "IE"]),
            Fingerprint(vendor => vendor.Countries = ["IE", "US"]));
        Assert.Matches("^[A-Z]{4}$", before);

        static string Fingerprint(Action<VendorOptions> change)
        {
            var registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics", VendorRole.Processor, change));
            return registry.Categories.Single(category => category.Id == "analytics").Fingerprint;
        }
    }

    [Theory]
    [InlineData(".AspNetCore.*", StorageKind.Cookie, "'.AspNetCore.Antiforgery.*'")]
    [InlineData("*session*", StorageKind.Cookie, "'session-id'")]
    [InlineData("session-id", StorageKind.Cookie, "'session-id'")]
    [InlineData("basket*", StorageKind.LocalStorage, "'basket'")]
    [InlineData("ic_cl*", StorageKind.SessionStorage, "'ic_clear'")]
    [InlineData("ic_*", StorageKind.Cookie, "'ic_consent'")]
    [InlineData("ic_s*", StorageKind.Cookie, "'ic_signal'")]
    [InlineData("__Host-ic_si*", StorageKind.Cookie, "'__Host-ic_signal'")]
    [InlineData("ic_policy", StorageKind.Cookie, "'ic_policy'")]
    [InlineData("__Host-*", StorageKind.Cookie, "'__Host-ic_consent'")]
    public void A_pattern_that_would_delete_what_the_site_needs_is_a_problem(string name, StorageKind kind, string needed)
    {
        var problem = Assert.Single(Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            Registries.Vendor(options, "shop", "necessary", configure: vendor => vendor.AddCookie("session-id", "Basket").AddLocalStorage("basket", "Basket"));
            Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.Add(new() { Name = name, Kind = kind, Purpose = "Counts" }));
        })).Problems);

        Assert.Equal($"Vendors:stats:Cookies:{name}", problem.Path);
        Assert.Contains(needed, problem.Message, StringComparison.Ordinal);
        Assert.Contains("ake it narrower", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_storage_is_another_name() => Registries.Build(options =>
    {
        Registries.Vendor(options, "shop", "necessary", configure: vendor => vendor.AddCookie("basket", "Basket"));
        Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.AddLocalStorage("basket", "Counts"));
    });

    [Fact]
    public void Two_switches_of_one_name_are_a_problem()
    {
        var problems = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            options.Registry.DeclareCategory("more-stats", category => category.Name = "analytics ");
            Registries.Vendor(options, "one", "marketing", configure: vendor => vendor.Name = "Acme");
            Registries.Vendor(options, "two", "marketing", configure: vendor => vendor.Name = "ACME");
            Registries.Vendor(options, "three", "functional", configure: vendor => vendor.Name = "Acme");
        })).Problems;

        Assert.Equal(["Categories:more-stats:Name", "Vendors:two:Name"], problems.Select(problem => problem.Path));
        Assert.Contains("'one' and 'two' have the same name", problems[1].Message, StringComparison.Ordinal);
    }

    private static void Complete(VendorOptions vendor)
    {
        vendor.Name = "Twice";
        vendor.Purpose = "Twice";
    }

    private static ConsentRegistry Read(string json) => Provider(json).GetRequiredService<ConsentRegistry>();

    private static ServiceProvider Provider(string json, Action<IConsentBuilder>? configure = null) =>
        Provider(
            new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
                json))).Build(),
            configure);

    private static ServiceProvider Provider(IConfiguration configuration, Action<IConsentBuilder>? configure = null)
    {
        var builder = ConsentCoreServices.Add(new ServiceCollection());
        configure?.Invoke(builder);
        // Last, to show that code wins all the same.
        builder.AddConfiguration(configuration.GetSection("Consent"));
        builder.Services.AddSingleton(configuration);
        return builder.Services.BuildServiceProvider();
    }
}
