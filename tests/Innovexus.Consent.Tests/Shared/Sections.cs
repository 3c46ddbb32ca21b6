using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

/// <summary>Sites that are declared by a section, as an application reads it.</summary>
internal static class Sections
{
    public const string Smallest = """{ "Consent": { "Controller": { "Name": "Innovexus" }, "PrivacyPolicyPath": "/privacy" } }""";

    public static ConsentRegistry Read(string json) => Provider(json).GetRequiredService<ConsentRegistry>();

    public static ServiceProvider Provider(string json, Action<IConsentBuilder>? configure = null) =>
        Provider(
            new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
                json))).Build(),
            configure);

    public static ServiceProvider Provider(IConfiguration configuration, Action<IConsentBuilder>? configure = null)
    {
        var builder = ConsentCoreServices.Add(new ServiceCollection());
        configure?.Invoke(builder);
        // Last, to show that code wins all the same.
        builder.AddConfiguration(configuration.GetSection("Consent"));
        builder.Services.AddSingleton(configuration);
        return builder.Services.BuildServiceProvider();
    }

    public static void Complete(VendorOptions vendor)
    {
        vendor.Name = "Twice";
        vendor.Purpose = "Twice";
    }
}
