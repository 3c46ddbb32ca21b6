using System.Diagnostics;
using System.Net.Sockets;
using Innovexus.Consent.Browser.Tests;
using OpenQA.Selenium;
using OpenQA.Selenium.Remote;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>A visitor with a driver and a browser of their own: a driver serves one session, and each session has a new profile.</summary>
internal sealed class WebKitVisitor : IVisitor
{
    private readonly Process _process;
    private readonly RemoteWebDriver _driver;
    private readonly SemaphoreSlim _turn = new(1);
    private bool _hasTab;

    private WebKitVisitor(Process process, RemoteWebDriver driver)
    {
        _process = process;
        _driver = driver;
        Version = $"{driver.Capabilities.GetCapability("browserVersion")}";
    }

    public string Version { get; }

    public static async Task<IVisitor> StartAsync(Display display, string[] arguments)
    {
        var port = AppProcess.FreePort();
        var start = new ProcessStartInfo("WebKitWebDriver", [$"--port={port}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = display.Name;
        start.Environment["NO_AT_BRIDGE"] = "1";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ListeningAsync(port);
            return await Task.Run(() => new WebKitVisitor(process, new(new Uri($"http://127.0.0.1:{port}"), new WebKitOptions(arguments).ToCapabilities(), TimeSpan.FromMinutes(1))));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public async Task<ITab> NewTabAsync()
    {
        // A session begins with one.
        var handle = await DoAsync(driver => _hasTab ? driver.SwitchTo().NewWindow(WindowType.Tab).CurrentWindowHandle : driver.CurrentWindowHandle);
        _hasTab = true;
        return new WebKitTab(this, handle);
    }

    /// <summary>One command after the other: the driver is in one window at a time.</summary>
    public async Task<T> DoAsync<T>(Func<RemoteWebDriver, T> command)
    {
        await _turn.WaitAsync();
        try
        {
            return await Task.Run(() => command(_driver));
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task ListeningAsync(int port)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (clock.Elapsed < TimeSpan.FromSeconds(30))
            {
                // The driver says nothing when it listens.
                await Task.Delay(20);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(Task.Run(_driver.Dispose), Task.Delay(TimeSpan.FromSeconds(10)));
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
