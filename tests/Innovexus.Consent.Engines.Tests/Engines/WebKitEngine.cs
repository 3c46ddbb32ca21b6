namespace Innovexus.Consent.Engines.Tests;

/// <summary>WebKitGTK, by classic WebDriver: a small browser of its own for each visitor, on a display that nobody sees.</summary>
public sealed class WebKitEngine : IEngine
{
    private readonly Lazy<Task<Display>> _display = new(Display.StartAsync);

    public string Name => "WebKit";

    public async Task<IVisitor> VisitAsync(Profile profile) => await WebKitVisitor.StartAsync(await _display.Value, profile switch
    {
        Profile.Default => [],
        Profile.WithoutScript => ["--enable-javascript=false"],
        Profile.TrackingPrevention => ["--enable-itp"],
        _ => throw new NotSupportedException($"{Name}: {profile}"),
    });

    public async ValueTask DisposeAsync()
    {
        if (_display.IsValueCreated)
        {
            (await _display.Value).Dispose();
        }
    }
}
