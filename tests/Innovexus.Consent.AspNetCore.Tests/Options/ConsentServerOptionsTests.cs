using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent.AspNetCore.Tests;

public class ConsentServerOptionsTests
{
    [Fact]
    public void What_the_core_calls_a_servers_settings_are_those_that_a_server_reads()
    {
        var settings = new Dictionary<string, Action<IConfigurationSection>>();
        var options = new ConsentServerOptions();

        options.AddSettings(new([]), settings);

        Assert.Equal(ServerSettings.Names.Order(StringComparer.Ordinal), settings.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_section_sets_what_every_host_knows_and_what_only_a_server_does()
    {
        var options = Options(Services().AddConsent(Section(("CookieDomain", "example.com"), ("AllowedOrigins", "https://a.example https://b.example"), ("ContentSecurity", "enforce"), ("SourceTimeout", "00:00:05"))).Services);

        Assert.Equal(("example.com", ContentSecurityMode.Enforce, TimeSpan.FromSeconds(5)), (options.CookieDomain, options.ContentSecurity, options.SourceTimeout));
        Assert.Equal(["https://a.example", "https://b.example"], options.AllowedOrigins);
    }

    [Fact]
    public void Whichever_type_is_configured_it_is_one_object_and_what_is_called_later_counts()
    {
        var services = Services();
        services.AddConsent(options => (options.CookieName, options.Strict) = ("first", true));
        services.Configure<ConsentOptions>(options => options.CookieName = "second");
        services.Configure<ConsentServerOptions>(options => options.RateLimiterPolicy = "posts");
        services.PostConfigure<ConsentServerOptions>(options => options.RateLimiterPolicy += " limited");
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<ConsentServerOptions>>().Value;

        Assert.Same(provider.GetRequiredService<IOptions<ConsentOptions>>().Value, options);
        Assert.Equal(("second", true, "posts limited"), (options.CookieName, options.Strict, options.RateLimiterPolicy));
    }

    [Fact]
    public void Whoever_asks_gets_the_settings_that_were_read_once()
    {
        var settings = new ConfigurationManager { ["Consent:CookieName"] = "first" };
        using var provider = Services().AddConsent(settings.GetSection("Consent")).Services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<ConsentServerOptions>>().Value;
        settings["Consent:CookieName"] = "second";

        using var scope = provider.CreateScope();

        Assert.Equal("first", options.CookieName);
        Assert.All(
            [
                provider.GetRequiredService<IOptionsMonitor<ConsentServerOptions>>().CurrentValue,
                scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ConsentServerOptions>>().Value,
                provider.GetRequiredService<IOptions<ConsentOptions>>().Value,
                provider.GetRequiredService<IOptionsMonitor<ConsentOptions>>().CurrentValue,
                scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ConsentOptions>>().Value,
            ],
            other => Assert.Same(options, other));
    }

    [Fact]
    public void Options_of_a_name_are_refused_since_a_site_has_one_set()
    {
        using var provider = Services().AddConsent().Services.BuildServiceProvider();

        Assert.Contains("'shop'", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IOptionsMonitor<ConsentServerOptions>>().Get("shop")).Message, StringComparison.Ordinal);
        Assert.Contains("'shop'", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IOptionsMonitor<ConsentOptions>>().Get("shop")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SourceTimeout", "00:02:00", "SourceTimeout is 00:02:00")]
    [InlineData("ExternalSaveRetries", "11", "ExternalSaveRetries is 11")]
    [InlineData("AllowedOrigins", "example.com", "'example.com' is not an origin")]
    [InlineData("ContentSecurity", "On", "Use one of: Off, ReportOnly, Enforce")]
    public void Mistakes_are_reported_with_their_path_beside_all_others(string name, string value, string message)
    {
        var services = Services().AddConsent(Section((name, value), ("Controller:Name", "Innovexus"))).Services;
        using var provider = services.BuildServiceProvider();

        var problems = Assert.Throws<ConsentConfigurationException>(provider.GetRequiredService<ConsentRegistry>).Problems;

        Assert.Contains(message, Assert.Single(problems, problem => problem.Path == $"Consent:{name}").Message, StringComparison.Ordinal);
        Assert.Contains(problems, problem => problem.Path == "Consent:PrivacyPolicyPath");
    }

    private static ServiceCollection Services() => new();

    private static ConsentServerOptions Options(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ConsentServerOptions>>().Value;
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Consent:{setting.Key}", (string?)setting.Value))).Build().GetSection("Consent");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whichever_type_is_validated_a_failure_stops_the_start(bool ofServer)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Host.StartAsync(services: services =>
        {
            services.AddOptions<ConsentOptions>().Validate(_ => ofServer, "The core's rule.");
            services.AddOptions<ConsentServerOptions>().Validate(options => !ofServer && options.PrivacyPolicyPath == "/privacy", "The server's rule.");
        }));

        Assert.Equal([ofServer ? "The server's rule." : "The core's rule."], exception.Failures);
    }

    [Fact]
    public async Task Options_that_are_valid_by_both_start()
    {
        await using var host = await Host.StartAsync(services: services =>
        {
            services.AddOptions<ConsentOptions>().Validate(options => options.Controller is not null).ValidateOnStart();
            services.AddOptions<ConsentServerOptions>().Validate(options => options.Controller is not null).ValidateOnStart();
        });

        Assert.NotNull(host.Services.GetRequiredService<IOptions<ConsentServerOptions>>().Value);
    }
}
