using System.Diagnostics;

namespace Innovexus.Consent.Benchmarks;

/// <summary>The packages that are compared, installed into a folder of temporary files.</summary>
internal static class NpmPackages
{
    private static readonly string[] Packages = ["vanilla-cookieconsent@3.1.0", "cookieconsent@3.1.1", "klaro@0.7.22", "tarteaucitronjs@1.34.0"];

    /// <summary>Installs them where they are not there yet.</summary>
    /// <returns>The folder that holds them.</returns>
    public static async Task<string> InstallAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "Innovexus.Consent.Benchmarks", "npm")).FullName;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", .. Packages]))!;
        await npm.WaitForExitAsync();
        return npm.ExitCode == 0 ? Path.Combine(folder, "node_modules") : throw new InvalidOperationException("npm could not install what is compared.");
    }
}
