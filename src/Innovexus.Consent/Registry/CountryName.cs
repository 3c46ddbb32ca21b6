using System.Globalization;

namespace Innovexus.Consent;

/// <summary>Countries by name, where the platform knows it.</summary>
internal static class CountryName
{
    public static string Of(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            // Not a country, or a platform without culture data: the code itself still tells.
            return code;
        }
    }
}
