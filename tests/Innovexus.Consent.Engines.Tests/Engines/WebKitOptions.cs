using OpenQA.Selenium;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>The browser that WebKitGTK brings for tests, with arguments of its own.</summary>
internal sealed class WebKitOptions : DriverOptions
{
    private readonly string[] _arguments;

    public WebKitOptions(string[] arguments)
    {
        _arguments = arguments;
        // Else each command waits for loads under way, and cannot look at a page that is being left.
        PageLoadStrategy = PageLoadStrategy.None;
    }

    private const string Libraries = "/usr/lib";

    private static readonly string Browser = Environment.GetEnvironmentVariable("MINIBROWSER")
        ?? Directory.EnumerateDirectories(Libraries, "*-linux-gnu*")
            .Select(folder => Path.Combine(folder, "webkit2gtk-4.1", "MiniBrowser")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("MiniBrowser is not here: install webkit2gtk-driver.");

    public override void AddAdditionalOption(string optionName, object optionValue) => throw new NotSupportedException();

    public override ICapabilities ToCapabilities()
    {
        var capabilities = GenerateDesiredCapabilities(false);
        capabilities.SetCapability("webkitgtk:browserOptions", new Dictionary<string, object> { ["binary"] = Browser, ["args"] = (string[])["--automation", .. _arguments] });
        return capabilities;
    }
}
