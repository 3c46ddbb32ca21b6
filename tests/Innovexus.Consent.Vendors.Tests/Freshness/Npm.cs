using System.Diagnostics;
using System.Text.Json;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>The package manager, for the reports.</summary>
internal static class Npm
{
    /// <summary>The newest version of a package; the error's code where there is none.</summary>
    public static async Task<string> NewestAsync(string package)
    {
        using var answer = JsonDocument.Parse((await RunAsync("view", package, "version", "--json")).Printed);
        return answer.RootElement.ValueKind == JsonValueKind.String ? answer.RootElement.GetString()! : answer.RootElement.GetProperty("error").Text("code")!;
    }

    /// <summary>Puts a package into a folder.</summary>
    public static async Task InstallAsync(string package, string folder) =>
        Assert.Equal(0, (await RunAsync("install", "--silent", "--no-save", "--prefix", folder, package)).Code);

    private static async Task<(int Code, string Printed)> RunAsync(params string[] arguments)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", arguments) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true })!;
        npm.ErrorDataReceived += (_, _) => { };
        npm.BeginErrorReadLine();
        var printed = await npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (npm.ExitCode, printed);
    }
}
