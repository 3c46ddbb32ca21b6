using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>What is known of one request and its visitor, before anything follows from it; looked at anew where the request has changed.</summary>
internal abstract class KnownRequest(HttpContext context, ConsentHost host)
{
    // In ticks, which are half as long.
    private readonly long _arrived = host.Clock.GetUtcNow().UtcTicks;
    private RequestAddress _address;
    private RequestVisitor? _visitor;
    private ConsentFacts? _facts;
    private string[]? _acknowledged;

    public HttpContext Context { get; } = context;

    public ConsentHost Host { get; } = host;

    /// <summary>When the request came. What the visitor asks for by it was asked for then, however long its answer takes.</summary>
    public DateTimeOffset Arrived => new(_arrived, TimeSpan.Zero);

    public ConsentRegistry Registry => Host.Registry;

    /// <summary>The application's path.</summary>
    public PathString Application => _address.Path;

    /// <summary>The names of this application's cookies.</summary>
    public ConsentNames Names
    {
        get
        {
            LookAtAddress();
            return _address.Names(Host.Names, Context.Request);
        }
    }

    /// <summary>The domain that this application's cookies are set for, if it is not the host alone.</summary>
    public string? Domain => DecisionCookie.Domain(Context.Request, Host.Options.CookieDomain);

    /// <summary>The resolvers that were asked where the visitor is.</summary>
    public ReadOnlySpan<IRegionResolver> ResolversAsked
    {
        get
        {
            Revise();
            return Ask() is { } visitor ? visitor.ResolversAsked(Host) : [];
        }
    }

    /// <summary>
    /// What is known of the visitor; asked for once, and again if another one was signed in since. While <see cref="IsPending"/>, what is
    /// not known is taken for what forbids the most.
    /// </summary>
    public ConsentFacts Facts
    {
        get
        {
            Revise();
            return _facts ??= RequestFacts.Of(Context, Host, Names, Ask());
        }
    }

    /// <summary>The versions of the privacy policy that the visitor has acknowledged.</summary>
    public string[] Acknowledged
    {
        get
        {
            LookAtAddress();
            return _acknowledged ??= RequestCookies.Values(Context.Request, Names.Policy);
        }

        set => _acknowledged = value;
    }

    /// <summary>
    /// Whether the host has not answered yet what it was asked about the visitor: a source of decisions from elsewhere, a region, the age or
    /// a restriction. Till <see cref="LoadAsync"/> has waited for it nothing optional is granted. Whatever answers at once is never pending.
    /// </summary>
    public bool IsPending
    {
        get
        {
            if (!Host.MayAnswerLater && _visitor?.IsLate != true)
            {
                return false;
            }

            if (IsAskedFrom)
            {
                return !IsDecided;
            }

            Revise();
            return !IsDecided && !((!Host.HasExternalSource || _visitor?.IsLoaded == true) && Ask()?.IsLate != true);
        }
    }

    /// <summary>Whether a decision was kept in this request: what was known then stays.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>Whether this request's page is the same for all visitors.</summary>
    public bool IsCacheable => Host.Options.CacheablePages && !ConsentPaths.IsVisitorsPath(Context.Request.Path, Registry);

    // Whether what asks now is part of an answer about the visitor.
    private bool IsAskedFrom => _visitor?.AskedFrom(Host) is not null;

    /// <summary>
    /// Asks the host what it was not asked yet about this visitor, and waits for what it has not answered. What makes such an answer does not
    /// wait for itself: for that the request stays <see cref="IsPending"/>.
    /// </summary>
    public ValueTask LoadAsync()
    {
        if (IsAskedFrom)
        {
            TellOfHaste();
            return ValueTask.CompletedTask;
        }

        return IsPending ? new(LoadVisitorAsync()) : ValueTask.CompletedTask;
    }

    /// <summary>Tells the host that somebody asked too early.</summary>
    public void TellOfHaste() => Host.Diagnostics.LookAtHaste(Context, _visitor?.AskedFrom(Host));

    /// <summary>What followed before does no longer.</summary>
    protected abstract void Forget();

    /// <summary>Keeps to what a decision was made by.</summary>
    protected void Fix(ConsentFacts facts) => (_facts, IsDecided) = (facts, true);

    // Somebody who asked before the path base or the scheme was known was told of other cookies. What the host said stands: it is about the visitor.
    protected void LookAtAddress()
    {
        if (!IsDecided && _address.Look(Context.Request))
        {
            (_facts, _acknowledged) = (null, null);
            Forget();
        }
    }

    protected void Revise()
    {
        LookAtAddress();
        if (Host.IsPersonal && !IsDecided && !IsAskedFrom && RequestVisitor.Of(Context, _visitor) is var visitor && visitor != _visitor)
        {
            (_visitor, _facts) = (visitor, null);
            Forget();
        }
    }

    // What the host says about the visitor, as far as it answers at once. Nothing where it says nothing about anybody.
    private RequestVisitor? Ask()
    {
        if (Host.Resolvers.Length > 0 || Host.IsPersonal)
        {
            _visitor ??= RequestVisitor.Of(Context, null);
            if (_visitor.Ask(Context, Host) && !IsDecided)
            {
                // What answered may have asked itself, when less was known.
                _facts = null;
                Forget();
            }
        }

        return _visitor;
    }

    private async Task LoadVisitorAsync()
    {
        // Somebody may be signed in meanwhile; whoever that is, they are asked about next.
        for (var attempts = 0; attempts < 2 && IsPending; attempts++)
        {
            var visitor = _visitor!;
            await visitor.LoadAsync(Context, Host);
            if (visitor == _visitor && !IsDecided)
            {
                _facts = null;
                Forget();
            }
        }
    }
}
