using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent.Tests;

/// <summary>What a server would honour, in an application that has none.</summary>
public class ServerSettingsTests
{
    public static TheoryData<string> Names => [.. ServerSettings.Names];

    [Theory]
    [MemberData(nameof(Names))]
    [InlineData("cacheablepages")]
    [InlineData("Rules:Models:DE:analytics", "OptOut", "Rules:Models")]
    [InlineData("Rules:Lifetimes:FR", "200.00:00:00", "Rules:Lifetimes")]
    [InlineData("Rules:OptInUnder18", "true", "Rules:OptInUnder18")]
    [InlineData("Rules:HonorDoNotTrack", "true", "Rules:HonorDoNotTrack")]
    [InlineData("Rules:ExternalPrecedence", "ExternalFirst", "Rules:ExternalPrecedence")]
    public void A_setting_that_only_a_server_can_honour_stops_the_start_and_names_its_key(string key, string value = "true", string? named = null)
    {
        var problem = Assert.Single(Assert.Throws<ConsentConfigurationException>(() => Build((key, value))).Problems);

        Assert.Equal($"Consent:{named ?? key}", problem.Path);
        Assert.Contains("Only a server can honour", problem.Message, StringComparison.Ordinal);
        Assert.Contains(named ?? key, problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_every_host_can_honour_does_not()
    {
        var registry = Build(("CookieName", "shop_consent"), ("CookieDomain", "example.com"), ("Lifetime", "90.00:00:00"), ("InlineStyle", "false"), ("Rules:StrictestEverywhere", "true"), ("PreferencesPath", "/cookies"));

        Assert.Equal("/cookies", registry.PreferencesPath);
    }

    private static ConsentRegistry Build(params (string Key, string Value)[] settings)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Consent:{setting.Key}", (string?)setting.Value))).Build().GetSection("Consent");
        var options = Registries.Options();
        options.Standalone = true;
        new ConsentSectionReader(options, section, new(null)).Read();
        return RegistryBuilder.Build(options);
    }
}
