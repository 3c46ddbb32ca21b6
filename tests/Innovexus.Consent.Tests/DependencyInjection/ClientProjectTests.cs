using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

/// <summary>What the client project of an application with a server may set up.</summary>
public class ClientProjectTests
{
    public static TheoryData<Action<IConsentBuilder>> Declarations => new()
    {
        builder => builder.AddVendor("stats", "analytics", vendor => vendor.Name = "Stats"),
        builder => builder.AddCategory("games"),
        builder => builder.AddFrameworkCookies(),
        builder => builder.AddConfiguration(new ConfigurationBuilder().Build().GetSection("Consent")),
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_declaration_that_its_server_would_not_know_of_is_refused(Action<IConsentBuilder> declare)
    {
        var builder = new ServiceCollection().AddConsentClient();

        var exception = Assert.Throws<InvalidOperationException>(() => declare(builder));

        Assert.Contains("after AddConsent in the server's Program.cs", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddStandaloneConsent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_builder_holds_its_services()
    {
        var services = new ServiceCollection();

        Assert.Same(services, services.AddConsentClient().Services);
    }
}
