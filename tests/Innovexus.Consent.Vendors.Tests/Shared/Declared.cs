using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Registries of a server, with what it told while it made them.</summary>
internal static class Declared
{
    /// <summary>Values for an entry's parameters.</summary>
    public static Dictionary<string, string> Examples(string id) => VendorCatalogue.Find(id)!.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Example);

    /// <summary>An entry that is declared alone.</summary>
    public static ConsentVendor Vendor(string id) => Vendor(id, consent => consent.AddVendorFromCatalogue(id, Examples(id)));

    public static ConsentVendor Vendor(string id, Action<IConsentBuilder> declare, params (string Key, string Value)[] settings)
    {
        Assert.True(Registry(declare, settings: settings).TryGetVendor(id, out var vendor));
        return vendor;
    }

    public static ConsentRegistry Registry(Action<IConsentBuilder> declare, FakeLogCollector? told = null, params (string Key, string Value)[] settings) =>
        Services(declare, told, settings).GetRequiredService<ConsentRegistry>();

    /// <summary>What stops the start.</summary>
    public static IReadOnlyList<string> Problems(Action<IConsentBuilder> declare) =>
        [.. Assert.Throws<ConsentConfigurationException>(() => Registry(declare)).Problems.Select(problem => problem.ToString())];

    /// <summary>What is told at the start.</summary>
    public static (LogLevel Level, string Text)[] Told(Action<IConsentBuilder> declare, params (string Key, string Value)[] settings)
    {
        var told = new FakeLogCollector();
        Registry(declare, told, settings);
        return [.. told.GetSnapshot().Where(record => record.Category == typeof(ConsentRegistry).FullName).Select(record => (record.Level, record.Message))];
    }

    private static ServiceProvider Services(Action<IConsentBuilder> declare, FakeLogCollector? told, (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(new Development());
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(told ?? new())));
        var consent = services.AddConsent(options =>
        {
            options.Controller = new() { Name = "Example Ltd" };
            options.PrivacyPolicyPath = "/privacy";
        });
        if (settings.Length > 0)
        {
            consent.AddConfiguration(configuration.GetSection("Consent"));
        }

        declare(consent);
        return services.BuildServiceProvider();
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "Site";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
