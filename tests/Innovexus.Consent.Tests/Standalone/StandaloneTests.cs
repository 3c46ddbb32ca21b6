using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace Innovexus.Consent.Tests;

/// <summary>An application without a server: what it evaluates, keeps and answers.</summary>
public class StandaloneTests
{
    [Fact]
    public async Task Nothing_is_decided_until_something_is_and_then_the_cookie_holds_it()
    {
        var browser = new FakeBrowser();
        var first = Endpoints(browser);
        Assert.Contains("\"granted\":[\"necessary\",\"consent\"]", await first.AnswerAsync("state", null), StringComparison.Ordinal);

        var answer = await first.AnswerAsync("decision", "action=accept-all&return=%2Fa");

        Assert.Contains("\"stats\"", answer!.Split("\"optional\"")[0], StringComparison.Ordinal);
        var cookie = Assert.Single(browser.Written);
        Assert.StartsWith("ic_consent=v1.", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; Path=/; Max-Age=15724800; SameSite=Lax", cookie, StringComparison.Ordinal);
        // The next document of the same browser.
        Assert.Contains("\"stats\"", (await Endpoints(browser).AnswerAsync("state", null))!.Split("\"optional\"")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://shop.example.com/", null, "__Host-ic_consent", "; Secure")]
    [InlineData("https://shop.example.com/", "example.com", "ic_consent", "; Secure; Domain=example.com")]
    [InlineData("http://shop.example.com/", "example.com", "ic_consent", "; Domain=example.com")]
    [InlineData("https://elsewhere.test/", "example.com", "__Host-ic_consent", "; Secure")]
    [InlineData("https://example.github.test/Shop/", null, "__Host-ic_consent_shop", "; Secure")]
    [InlineData("http://localhost/a%20b/", null, "ic_consent_a%20b", "")]
    public async Task Cookie_is_named_and_kept_as_by_a_server(string address, string? domain, string name, string attributes)
    {
        var browser = new FakeBrowser();

        await Endpoints(browser, address, domain).AnswerAsync("decision", "action=reject-all");

        var cookie = Assert.Single(browser.Written);
        Assert.StartsWith($"{name}=v1.", cookie, StringComparison.Ordinal);
        Assert.EndsWith($"; SameSite=Lax{attributes}", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browsers_signal_locks_what_is_sold_or_shared()
    {
        var answer = await Endpoints(new FakeBrowser { Signal = true }).AnswerAsync("decision", "action=accept-all");

        Assert.Contains("\"locked\":[\"ads\"]", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"ads\"", answer!.Split("\"optional\"")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opting_out_and_in_again_takes_one_step_and_two_and_a_signal_cannot_be_set_aside()
    {
        var browser = new FakeBrowser();
        await Endpoints(browser).AnswerAsync("decision", "action=opt-out");
        Assert.Contains(".optout_sale.", browser.Written[^1], StringComparison.Ordinal);
        Assert.Null(await Endpoints(browser).AnswerAsync("decision", "action=opt-in"));

        Assert.Contains("\"ads\"", (await Endpoints(browser).AnswerAsync("decision", "action=opt-in&confirm=yes"))!.Split("\"optional\"")[0], StringComparison.Ordinal);
        browser.Signal = true;
        Assert.Null(await Endpoints(browser).AnswerAsync("decision", "action=opt-in&confirm=yes"));
    }

    [Fact]
    public async Task What_the_signal_would_lock_is_told_to_the_runtime_which_may_see_it_later()
    {
        var browser = new FakeBrowser();
        Assert.Contains("\"sale\":[\"ads\"]", await Endpoints(browser).AnswerAsync("state", null), StringComparison.Ordinal);

        browser.Signal = true;

        Assert.DoesNotContain("\"sale\"", await Endpoints(browser).AnswerAsync("decision", "action=signal"), StringComparison.Ordinal);
        Assert.Empty(browser.Written);
    }

    [Theory]
    [InlineData("v1.1.granted_analyticsAAAA.refused.")]
    [InlineData("v9.x")]
    [InlineData("")]
    public async Task A_cookie_that_says_nothing_grants_nothing(string value)
    {
        var browser = new FakeBrowser();
        browser.Keep("ic_consent", value);

        Assert.Contains("\"granted\":[\"necessary\",\"consent\"]", await Endpoints(browser).AnswerAsync("state", null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decision", "action=everything")]
    [InlineData("decision", "")]
    [InlineData("decision", null)]
    [InlineData("nothing", null)]
    public async Task What_is_not_understood_changes_nothing(string path, string? form)
    {
        var browser = new FakeBrowser();

        Assert.Null(await Endpoints(browser).AnswerAsync(path, form));
        Assert.Empty(browser.Written);
    }

    [Fact]
    public async Task Fields_are_decoded_and_saved_as_a_form_saves_them()
    {
        var answer = await Endpoints(new FakeBrowser()).AnswerAsync("decision", "action=save&category=analytics&x=a+b%26c&return=%2F%3Fa%3D1");

        Assert.Contains("\"granted\":[\"necessary\",\"consent\",\"analytics\",\"stats\"]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferences_are_the_form_of_the_dialog()
    {
        var html = await Endpoints(new FakeBrowser()).AnswerAsync("preferences?fragment&return=%2F", null);

        Assert.Contains("<form class=\"ic ic-preferences ic-live\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"ic-dialog-title\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"stats\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vendors_cookie_without_a_grant_is_named_for_deletion()
    {
        var browser = new FakeBrowser();
        browser.Keep("_st_1", "x");

        Assert.Contains("\"clear\":[{\"id\":\"stats\"", Services(browser).GetRequiredService<StandaloneConsent>().Page().Serialize(), StringComparison.Ordinal);
        Assert.DoesNotContain("clear", Services(new()).GetRequiredService<StandaloneConsent>().Page().Serialize(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_signal_locks_is_cleared_also_where_no_cookie_tells_of_it()
    {
        var browser = new FakeBrowser();
        await Endpoints(browser).AnswerAsync("decision", "action=accept-all");

        browser.Signal = true;

        Assert.Contains("\"clear\":[{\"id\":\"ads\"", Services(browser).GetRequiredService<StandaloneConsent>().Page().Serialize(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_with_mistakes_ends_the_application_with_all_of_them()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Consent:Vendors:x:Category", "y")]).Build().GetSection("Consent");
        var services = new ServiceCollection();
        services.AddStandaloneConsent(section);

        var exception = Assert.Throws<ConsentConfigurationException>(() => services.BuildServiceProvider().GetRequiredService<ConsentRegistry>());

        Assert.True(exception.Problems.Count > 3);
    }

    [Fact]
    public void Whoever_asks_gets_the_settings_that_were_read_once()
    {
        using var services = Services(new());
        using var scope = services.CreateScope();
        var options = services.GetRequiredService<IOptions<ConsentOptions>>().Value;

        Assert.Equal("/privacy", options.PrivacyPolicyPath);
        Assert.Same(options, services.GetRequiredService<IOptionsMonitor<ConsentOptions>>().CurrentValue);
        Assert.Same(options, scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ConsentOptions>>().Value);
    }

    private static StandaloneEndpoints Endpoints(FakeBrowser browser, string address = "http://localhost/", string? domain = null) =>
        Services(browser, address, domain).GetRequiredService<StandaloneEndpoints>();

    private static ServiceProvider Services(FakeBrowser browser, string address = "http://localhost/", string? domain = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IJSRuntime>(browser);
        services.AddSingleton<NavigationManager>(new FakeNavigation(address));
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddStandaloneConsent(options =>
        {
            options.Controller = new() { Name = "Innovexus" };
            options.PrivacyPolicyPath = "/privacy";
            options.CookieDomain = domain;
        })
        .AddVendor("stats", "analytics", vendor =>
        {
            vendor.Name = "Stats";
            vendor.Purpose = "Counts";
            vendor.Role = VendorRole.Processor;
            vendor.AddCookie("_st_*", "Counts");
        })
        .AddVendor("ads", "marketing", vendor =>
        {
            vendor.Name = "Ads";
            vendor.Purpose = "Advertises";
            vendor.Cookies.Add(new() { Name = "ads", Kind = StorageKind.LocalStorage, Purpose = "Advertises" });
        })
        .AddVendor("letters", "marketing", vendor =>
        {
            vendor.Name = "Letters";
            vendor.Purpose = "Writes";
            vendor.Role = VendorRole.Processor;
        });
        return services.BuildServiceProvider();
    }
}
