namespace Innovexus.Consent;

/// <summary>
/// One item that a vendor stores in the visitor's browser: a cookie, a storage key, a database, a cache or a service worker.
/// Immutable and safe to share between threads.
/// </summary>
public sealed record CookieDeclaration
{
    // What the library declares itself is said in the words of the moment, not in those of the start.
    private Func<string>? _purpose;

    /// <summary>The exact name, or a pattern in which each <c>*</c> stands for any characters: <c>_ga_*</c>. Case matters.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is stored.</summary>
    /// <value>The default is <see cref="StorageKind.Cookie"/>.</value>
    public StorageKind Kind { get; init; }

    /// <summary>
    /// How long it stays; at most 400 days for a cookie, which is where browsers cut (RFC 6265bis, section 5.5).
    /// </summary>
    /// <value><see langword="null"/>, the default: until the browser is closed for a cookie, until it is deleted for anything else.</value>
    public TimeSpan? Duration { get; init; }

    /// <summary>What it is for, as a visitor reads it.</summary>
    public required string Purpose
    {
        get => _purpose is null ? field : _purpose();
        init => (field, _purpose) = (value, null);
    }

    /// <summary>The cookie's <c>Domain</c>, if it is set for a parent domain; for a <see cref="ThirdParty"/> cookie, the vendor's.</summary>
    public string? Domain { get; init; }

    /// <summary>The cookie's <c>Path</c>.</summary>
    /// <value>The default is <c>/</c>.</value>
    public string Path { get; init; } = "/";

    /// <summary>Whether the cookie is <c>HttpOnly</c>, so that only the server can delete it.</summary>
    public bool HttpOnly { get; init; }

    /// <summary>
    /// Whether it is the vendor's own mark of an objection, such as PostHog's <c>__ph_opt_in_out_*</c>. A withdrawal deletes everything else:
    /// without the mark the vendor's script would take the visitor for one who never objected.
    /// </summary>
    public bool OptOut { get; init; }

    /// <summary>
    /// Whether it is a cookie of the vendor's own domain, which <see cref="Domain"/> names, such as one that a frame of the vendor's sets.
    /// Visitors read of it. This site can neither see nor delete it, and a cookie of the same name here is another.
    /// </summary>
    public bool ThirdParty { get; init; }

    /// <summary>The same, whose purpose is looked up each time that it is read.</summary>
    internal CookieDeclaration For(Func<string> purpose) => this with { _purpose = purpose };
}
