using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>An application started as a real process on free ports, and ended with the tests that use it.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly string Configuration = typeof(AppProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Configuration").Value!;

    private static readonly ConcurrentDictionary<int, int> Given = new();

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private AppProcess(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Without a slash at its end.</summary>
    public string Url { get; }

    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Starts a project that was built with the tests.</summary>
    public static Task<AppProcess> StartAsync(string project, params (string Name, string Value)[] settings) => StartAsync(project, "http", settings);

    /// <summary>Starts a project that was built with the tests, on http or https.</summary>
    public static Task<AppProcess> StartAsync(string project, string scheme, (string Name, string Value)[] settings)
    {
        var folder = Repository.Path(project);
        var name = Path.GetFileName(Directory.GetFiles(folder, "*.csproj").Single())[..^".csproj".Length];
        return StartAsync(Path.Combine(folder, "bin", Configuration, "net10.0", $"{name}.dll"), folder, scheme, settings);
    }

    /// <summary>Starts an application in a folder.</summary>
    public static async Task<AppProcess> StartAsync(string dll, string folder, string scheme, (string Name, string Value)[] settings)
    {
        var url = $"{scheme}://localhost:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(dll);
        start.Environment["URLS"] = url;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var app = new AppProcess(new Process { StartInfo = start }, url);
        var listening = new TaskCompletionSource();
        app._process.OutputDataReceived += (_, line) => Read(line.Data);
        app._process.ErrorDataReceived += (_, line) => Read(line.Data);
        app._process.EnableRaisingEvents = true;
        app._process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"{dll} ended: {app.Output}"));
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return app;

        void Read(string? line)
        {
            app._output.Enqueue(line ?? "");
            if (line?.Contains($"Now listening on: {url}", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        }
    }

    /// <summary>A port that nothing listens on and that was not given out before: two hosts that start at once must not share one.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, port))
            {
                return port;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
