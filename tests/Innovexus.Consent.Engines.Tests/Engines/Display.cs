using System.Diagnostics;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>A display in memory, for what has no mode without one.</summary>
internal sealed class Display : IDisposable
{
    private readonly Process _process;

    private Display(Process process, string name)
    {
        _process = process;
        Name = name;
    }

    public string Name { get; }

    public static async Task<Display> StartAsync()
    {
        // It chooses a free number and says which.
        var process = Process.Start(new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginErrorReadLine();
        var number = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Xvfb did not start.");
        return new(process, $":{number}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
