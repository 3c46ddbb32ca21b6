using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Innovexus.Consent.Benchmarks;

/// <summary>
/// How long an application takes from the start of its process to the end of its first response: empty, with consent and five vendors,
/// and with five hundred. Each is a process of its own, and they take turns.
/// </summary>
internal static class StartComparison
{
    private const int Runs = 15;

    /// <summary>Measures, prints, and writes the table.</summary>
    /// <returns>Nothing: it is for reading.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        string?[] settings = [null, StartSettings.Write(5), StartSettings.Write(500)];
        var times = settings.Select(_ => new List<double>()).ToArray();
        for (var run = 0; run <= Runs; run++)
        {
            for (var i = 0; i < settings.Length; i++)
            {
                var time = await StartAsync(settings[i]);
                // The first of each reads the files from the disk.
                if (run > 0)
                {
                    times[i].Add(time);
                }
            }
        }

        var (empty, few, many) = (Sample.Median(times[0]), Sample.Median(times[1]), Sample.Median(times[2]));
        PerformanceDocument.Write("start", $"""
            | application | until the first response | ratio |
            |---|---|---|
            | empty | {Milliseconds(empty)} | 1.00 |
            | with consent, 5 vendors | {Milliseconds(few)} | {Ratio(few / empty)} of empty |
            | with consent, 500 vendors | {Milliseconds(many)} | {Ratio(many / few)} of 5 vendors |

            Medians of {Runs} starts of each, in turns. {Machine.Describe()}
            """);

        return [];
    }

    private static async Task<double> StartAsync(string? settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] arguments = [StartedApp.Switch, $"http://127.0.0.1:{port}", .. settings is null ? Array.Empty<string>() : [settings]];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            using var socket = await ConnectAsync(process, port);
            await socket.SendAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            var answer = new byte[4096];
            var read = await socket.ReceiveAsync(answer);
            var time = watch.Elapsed.TotalMilliseconds;
            return Encoding.ASCII.GetString(answer, 0, read).StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
                ? time : throw new InvalidOperationException("The application did not answer.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Socket> ConnectAsync(Process process, int port)
    {
        while (true)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return socket;
            }
            catch (SocketException) when (!process.HasExited)
            {
                socket.Dispose();
                await Task.Delay(1);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Milliseconds(double time) => string.Create(CultureInfo.InvariantCulture, $"{time:0} ms");

    private static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}");
}
