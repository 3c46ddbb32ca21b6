namespace Innovexus.Consent;

/// <summary>What the components need to know of the page they are rendered in: a request, a circuit or a WebAssembly application.</summary>
internal interface IConsentPage
{
    ConsentRegistry Registry { get; }

    ConsentState State { get; }

    /// <summary>Whether this page is loaded into a frame. In another site's the browser keeps no lax cookie, in the site's own the page around it asks.</summary>
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

    /// <summary>Fulfils once the runtime may start; false where it cannot.</summary>
    ValueTask<bool> OpenAsync();

    /// <summary>Says that this page shows what is one visitor's alone, such as the time of a choice: no cache may keep it.</summary>
    void KeepPrivate();

    /// <summary>Whether nothing else has claimed to be the one banner of this page.</summary>
    bool ClaimBanner();

    /// <summary>Says that the banner is gone, so that another may come.</summary>
    void ReleaseBanner();

    /// <summary>The change of the privacy policy that this page tells of; on a page that is the same for all, whoever looks at it.</summary>
    PolicyVersion? DuePolicy { get; }

    /// <summary>
    /// That the visitor's account and this browser contradict each other, for the one page that says so; nothing where there is nothing
    /// to say, or it was said.
    /// </summary>
    AccountConflict? TakeConflict() => null;

    /// <summary>The state for the runtime, as of now.</summary>
    ConsentStateJson Describe(bool banner);

    /// <summary>The style that the banner carries, or nothing where it links it.</summary>
    string? InlineStyle { get; }

    /// <summary>The nonce for inline code, or none where the site uses none.</summary>
    string? Nonce { get; }

    /// <summary>The rooted address of one of the package's files, such as <c>ic.js</c>.</summary>
    string AssetPath(string file);

    /// <summary>The hash of that file, or none where the host does not know it.</summary>
    string? AssetIntegrity(string file);

    /// <summary>Throws, and says which line to add where, unless the endpoints are mapped.</summary>
    void RequireEndpoints();

    /// <summary>Tells the developer of a mistake that a visitor is none the wiser for, with its mend.</summary>
    void Report(string mistake);
}
