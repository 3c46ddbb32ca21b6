using System.Diagnostics;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The .NET SDK, as a developer calls it.</summary>
internal static class Sdk
{
    // Builds of the same projects share their folders, so they take turns.
    private static readonly SemaphoreSlim Turn = new(1);

    public static async Task RunAsync(string folder, params string[] arguments)
    {
        await Turn.WaitAsync();
        try
        {
            await RunInTurnAsync(folder, arguments);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task RunInTurnAsync(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}");
    }
}
