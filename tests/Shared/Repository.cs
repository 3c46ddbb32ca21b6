namespace Innovexus.Consent.Tests;

/// <summary>Where things are in this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Innovexus.Consent.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Innovexus.Consent.sln was not found above the tests.");
        }

        return folder.FullName;
    }
}
