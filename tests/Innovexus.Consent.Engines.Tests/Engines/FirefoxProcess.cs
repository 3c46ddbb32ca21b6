using System.Diagnostics;
using System.Text.Json;
using WebDriverBiDi;
using WebDriverBiDi.Session;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>A Firefox with a profile in a folder that is deleted afterwards, and the session that drives it.</summary>
internal sealed class FirefoxProcess : IAsyncDisposable
{
    private const string Listening = "WebDriver BiDi listening on ";

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("innovexus-firefox-");
    private readonly Process _process;

    private FirefoxProcess(Process process) => _process = process;

    public BiDiDriver Driver { get; } = new(TimeSpan.FromSeconds(30));

    public string Version { get; private set; } = "";

    public static async Task<FirefoxProcess> StartAsync(params (string Name, object Value)[] preferences)
    {
        var firefox = new FirefoxProcess(new());
        // Nothing is asked of anybody outside.
        (string, object)[] all =
        [
            ("services.settings.server", "data:,#remote-settings-dummy/v1"), ("browser.startup.page", 0), ("browser.startup.homepage_override.mstone", "ignore"),
            ("browser.newtabpage.enabled", false), ("datareporting.policy.dataSubmissionEnabled", false), ("app.normandy.enabled", false), ("app.update.enabled", false),
            .. preferences,
        ];
        await File.WriteAllLinesAsync(Path.Combine(firefox._profile.FullName, "user.js"), all.Select(preference => $"user_pref(\"{preference.Item1}\", {JsonSerializer.Serialize(preference.Item2)});"));
        var url = await firefox.LaunchAsync();
        await firefox.Driver.StartAsync($"{url}/session");
        firefox.Version = (await firefox.Driver.Session.NewSessionAsync(new NewCommandParameters())).Capabilities.BrowserVersion;
        return firefox;
    }

    private async Task<string> LaunchAsync()
    {
        _process.StartInfo = new(Environment.GetEnvironmentVariable("FIREFOX") ?? "/usr/bin/firefox-esr",
            ["--headless", "--no-remote", "--profile", _profile.FullName, "--remote-debugging-port", "0", "--width", "1280", "--height", "900"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var address = new TaskCompletionSource<string>();
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains(Listening, StringComparison.Ordinal) == true)
            {
                address.TrySetResult(line.Data.Split(Listening)[1].Trim());
            }
        };
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        return await address.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }
}
