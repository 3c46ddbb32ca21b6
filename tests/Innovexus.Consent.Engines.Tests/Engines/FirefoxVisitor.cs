using WebDriverBiDi.Browser;
using WebDriverBiDi.BrowsingContext;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>A visitor in a container of a shared Firefox, or alone in one of their own, which ends with them.</summary>
internal sealed class FirefoxVisitor : IVisitor
{
    private readonly FirefoxProcess _firefox;
    private readonly string? _container;

    private FirefoxVisitor(FirefoxProcess firefox, string? container)
    {
        _firefox = firefox;
        _container = container;
    }

    public string Version => _firefox.Version;

    public static FirefoxVisitor Alone(FirefoxProcess firefox) => new(firefox, null);

    public static async Task<IVisitor> StartAsync(FirefoxProcess firefox) =>
        new FirefoxVisitor(firefox, (await firefox.Driver.Browser.CreateUserContextAsync(new CreateUserContextCommandParameters())).UserContextId);

    public async Task<ITab> NewTabAsync() =>
        new FirefoxTab(_firefox.Driver, (await _firefox.Driver.BrowsingContext.CreateAsync(new(CreateType.Tab) { UserContextId = _container })).BrowsingContextId);

    public async ValueTask DisposeAsync()
    {
        if (_container is null)
        {
            await _firefox.DisposeAsync();
        }
        else
        {
            await _firefox.Driver.Browser.RemoveUserContextAsync(new(_container));
        }
    }
}
