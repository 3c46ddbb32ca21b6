namespace Innovexus.Consent;

/// <summary>What the components need to know of the page they are rendered in: a request, a circuit or a WebAssembly application.</summary>
internal interface IConsentPage
{
    ConsentRegistry Registry { get; }

    ConsentState State { get; }

    /// <summary>
    /// Whether this page is loaded into a frame. In a frame of another site the browser keeps no lax cookie; in a frame of this site the
    /// page around it asks.
    /// </summary>
    bool Framed { get; }

    /// <summary>Whether mistakes are shown to whoever looks at the page.</summary>
    bool Development { get; }

    /// <summary>Whether there is no server: the page's head and banner come with the application in the browser.</summary>
    bool Standalone { get; }

    /// <summary>Whether this page is the same for all visitors, so that a cache may keep it: what differs is for the browser to ask.</summary>
    bool Cacheable { get; }

    /// <summary>Whether this page answers a post, so that loading it again would post again.</summary>
    bool Posted { get; }

    /// <summary>The vendors that this page's own policy does not admit, so that a grant needs a full load; nothing where it admits all.</summary>
    string? Shut { get; }

    /// <summary>The names under which this application keeps things in the browser.</summary>
    ConsentNames Names { get; }

    /// <summary>Completes once the runtime may start; with false if it cannot.</summary>
    ValueTask<bool> OpenAsync();

    /// <summary>Says that this page shows what is one visitor's alone, such as the time of a choice: no cache may keep it.</summary>
    void KeepPrivate();

    /// <summary>Whether nothing else has claimed to be the one banner of this page.</summary>
    bool ClaimBanner();

    /// <summary>Says that the banner is gone, so that another may come.</summary>
    void ReleaseBanner();

    /// <summary>
    /// The change of the privacy policy that this page announces. On a page that is the same for all it does not depend on the visitor.
    /// </summary>
    PolicyVersion? DuePolicy { get; }

    /// <summary>
    /// The contradiction between the visitor's account and this browser, for the one page that shows it; null if there is none, or it was
    /// shown before.
    /// </summary>
    AccountConflict? TakeConflict() => null;

    /// <summary>The state for the runtime, as of now.</summary>
    ConsentStateJson Describe(bool banner);

    /// <summary>What is said to vendors on this page, as JSON; nothing where the site says nothing.</summary>
    string? Signals { get; }

    /// <summary>The script that says it before anything else runs; nothing where there is no server to write it.</summary>
    string? SayScript { get; }

    /// <summary>The events to say in this page; nothing where they are said at once.</summary>
    PageEvents? Events => null;

    /// <summary>The style that the banner carries, or nothing where it links it.</summary>
    string? InlineStyle { get; }

    /// <summary>The banner's layout and position.</summary>
    BannerLook Banner => BannerLook.Default;

    /// <summary>The nonce for inline code, or none where the site uses none.</summary>
    string? Nonce { get; }

    /// <summary>The rooted address of one of the package's files, such as <c>ic.js</c>.</summary>
    string AssetPath(string file);

    /// <summary>The hash of that file, or none where the host does not know it.</summary>
    string? AssetIntegrity(string file);

    /// <summary>Throws, and says which line to add where, unless the endpoints are mapped.</summary>
    void RequireEndpoints();

    /// <summary>Reports a mistake, and how to fix it, to the developer. Visitors do not see the report.</summary>
    void Report(string mistake);
}
