namespace Innovexus.Consent.Tests;

/// <summary>Registries for tests, built the way a site's is.</summary>
internal static class Registries
{
    /// <summary>Functional: chat. Analytics: stats (a processor). Marketing: ads (third party), newsletter (a processor). Research: none.</summary>
    public static ConsentRegistry Site { get; } = Build(Declare);

    public static ConsentRegistry Build(Action<ConsentOptions> configure)
    {
        var options = Options();
        configure(options);
        return RegistryBuilder.Build(options);
    }

    public static ConsentOptions Options() => new() { Controller = new() { Name = "Innovexus" }, PrivacyPolicyPath = "/privacy" };

    public static void Declare(ConsentOptions options)
    {
        options.Registry.DeclareCategory("research", category => category.Name = "Research");
        Vendor(options, "chat", "functional", VendorRole.Processor);
        Vendor(options, "stats", "analytics", VendorRole.Processor);
        Vendor(options, "ads", "marketing", VendorRole.ThirdParty);
        Vendor(options, "newsletter", "marketing", VendorRole.Processor);
    }

    public static void Vendor(ConsentOptions options, string id, string category, VendorRole role = VendorRole.Processor, Action<VendorOptions>? configure = null) =>
        options.Registry.DeclareVendor(id, category, vendor =>
        {
            vendor.Name = $"{id} Inc.";
            vendor.Purpose = $"Does {id}";
            vendor.Role = role;
            configure?.Invoke(vendor);
        });

    /// <summary>Many categories and vendors, as large as registries get.</summary>
    public static ConsentRegistry Large(int categories, int vendors) => Build(options =>
    {
        for (var i = 0; i < categories; i++)
        {
            options.Registry.DeclareCategory($"purpose-{i:00}", category => category.Name = $"Purpose {i}");
        }

        for (var i = 0; i < vendors; i++)
        {
            Vendor(options, $"vendor-{i:000}", $"purpose-{i % categories:00}");
        }
    });
}
