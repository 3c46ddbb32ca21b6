using System.Text.Json;

namespace Innovexus.Consent.Benchmarks;

/// <summary>A file of settings that declares some vendors, each with a cookie, as a site would.</summary>
internal static class StartSettings
{
    private static readonly string[] Categories = ["analytics", "marketing", "functional"];

    /// <summary>Writes the file into the folder of temporary files.</summary>
    /// <param name="vendors">How many are declared.</param>
    /// <returns>Where it is.</returns>
    public static string Write(int vendors)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("consent-start-").FullName, "consent.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            Consent = new
            {
                Controller = new { Name = "Example Ltd", Contact = "privacy@example.com" },
                PrivacyPolicyPath = "/privacy",
                Vendors = Enumerable.Range(0, vendors).ToDictionary(number => $"vendor-{number:000}", number => new
                {
                    Category = Categories[number % Categories.Length],
                    Name = $"Vendor {number}",
                    Purpose = "Counts visits",
                    PolicyUrl = "https://vendor.example/privacy",
                    Role = "Processor",
                    Countries = "EE",
                    Cookies = new Dictionary<string, object> { [$"_v{number:000}"] = new { Purpose = "Tells visitors apart", Duration = "30.00:00:00" } },
                }),
            },
        }));
        return path;
    }
}
