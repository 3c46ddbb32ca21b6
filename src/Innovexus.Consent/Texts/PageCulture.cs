using System.Globalization;

namespace Innovexus.Consent;

/// <summary>
/// The culture of a page, in the addresses of what belongs to the page and is rendered in a request of its own: where a site chooses a
/// culture by its routes, that request could not know.
/// </summary>
internal static class PageCulture
{
    /// <summary>The field of an address or a form, the same that ASP.NET Core's request localization reads.</summary>
    public const string Field = "culture";

    // What a request has that nobody gave a culture. An application in a browser does not know the server's.
    private static string Usual => OperatingSystem.IsBrowser() ? "" : (CultureInfo.DefaultThreadCurrentUICulture ?? CultureInfo.InstalledUICulture).Name;

    /// <summary>The name of the page's culture; nothing where a request has it anyway.</summary>
    public static string? Current => CultureInfo.CurrentUICulture.Name is { Length: > 0 } name && name != Usual ? name : null;

    /// <summary>An address with the page's culture.</summary>
    public static string In(string address) => Current is { } name ? $"{address}?{Field}={name}" : address;

    /// <summary>Takes a culture from an address, if it is the name of one.</summary>
    public static void Take(string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            try
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
            }
            catch (CultureNotFoundException)
            {
                // Anybody may write anything into an address.
            }
        }
    }
}
