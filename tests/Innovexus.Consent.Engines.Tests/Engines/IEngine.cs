namespace Innovexus.Consent.Engines.Tests;

/// <summary>A browser engine as Debian ships it. Started when it is first asked; its walks are made one after the other.</summary>
public interface IEngine : IAsyncDisposable
{
    string Name { get; }

    /// <summary>A visitor with a profile of their own, in which nothing is stored.</summary>
    Task<IVisitor> VisitAsync(Profile profile);
}

/// <summary>What a visitor has set in the browser. Engines refuse what they cannot do.</summary>
public enum Profile
{
    Default,
    WithoutScript,
    PrivateWindow,
    GlobalPrivacyControl,
    CookiesBlocked,
    StrictTrackingProtection,
    ResistFingerprinting,
    TrackingPrevention,
}

public interface IVisitor : IAsyncDisposable
{
    /// <summary>The engine's own, for the record.</summary>
    string Version { get; }

    Task<ITab> NewTabAsync();
}

public interface ITab
{
    /// <summary>Loads an address; whether it waits for the load is the engine's.</summary>
    Task GoAsync(string url);

    /// <summary>The value of an expression that gives a text, in the page itself; no promise is waited for.</summary>
    Task<string> EvaluateAsync(string expression);

    /// <summary>Clicks the first element that matches, with the pointer.</summary>
    Task ClickAsync(string selector);

    /// <summary>The page on paper, as a PDF; not every engine can.</summary>
    Task<byte[]> PrintAsync() => throw new NotSupportedException();

    Task CloseAsync();
}
