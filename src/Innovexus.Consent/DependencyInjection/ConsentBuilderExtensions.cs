using Innovexus.Consent;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Declares categories and vendors. Each of these throws an <see cref="InvalidOperationException"/> for the builder of
/// <c>AddConsentClient</c>, whose server declares.
/// </summary>
public static class ConsentBuilderExtensions
{
    /// <summary>
    /// Reads declarations from a configuration section such as <c>Consent</c>. What code declares wins over it.
    /// Everything that is wrong with the section is reported at once, when the application starts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section.</param>
    public static IConsentBuilder AddConfiguration(this IConsentBuilder builder, IConfigurationSection section)
    {
        ThrowIfNotDeclaring(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.AddSingleton(new ConsentSection(section));
        return builder;
    }

    /// <summary>Declares a category of the site's own, or changes the texts or the order of a built-in one.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="id">Lower-case letters, digits and hyphens.</param>
    /// <param name="configure">Sets name, purpose and order.</param>
    public static IConsentBuilder AddCategory(this IConsentBuilder builder, string id, Action<CategoryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Configure(builder, options => options.Registry.DeclareCategory(id, configure));
    }

    /// <summary>Declares a vendor.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="id">Lower-case letters, digits and hyphens.</param>
    /// <param name="category">The id of its category, such as <c>analytics</c>.</param>
    /// <param name="configure">Sets name, purpose, cookies and the rest.</param>
    public static IConsentBuilder AddVendor(this IConsentBuilder builder, string id, string category, Action<VendorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(category);
        ArgumentNullException.ThrowIfNull(configure);
        return Configure(builder, options => options.Registry.DeclareVendor(id, category, configure));
    }

    /// <summary>Declares those of ASP.NET Core's own cookies that the site uses, in the category <c>necessary</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="cookies">Which of them; all by default.</param>
    public static IConsentBuilder AddFrameworkCookies(this IConsentBuilder builder, FrameworkCookies cookies = FrameworkCookies.All) =>
        Configure(builder, options => BuiltInDeclarations.AddFrameworkCookies(options.Registry, cookies));

    private static IConsentBuilder Configure(IConsentBuilder builder, Action<ConsentOptions> configure)
    {
        ThrowIfNotDeclaring(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    // It would be ignored without a word.
    internal static void ThrowIfNotDeclaring(IConsentBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder is ClientConsentBuilder)
        {
            throw new InvalidOperationException(
                "A client project declares nothing: what its server declares comes with the page. Declare this after AddConsent in the server's Program.cs. "
                + "An application without a server calls AddStandaloneConsent instead of AddConsentClient, and declares for itself.");
        }
    }
}
