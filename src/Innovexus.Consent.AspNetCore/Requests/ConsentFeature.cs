using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent in one request. It costs nothing until it is asked: most requests, static files among them, never do.
/// </summary>
internal sealed class ConsentFeature(HttpContext context, ConsentHost host) : ITrackingConsentFeature, IEndpointFeature
{
    private TrackingConsent? _tracking;
    private Evaluation? _evaluation;
    private ConsentState? _anyone;
    private ConsentFacts? _facts;
    private ExternalConsent? _external;
    private RequestRegion? _region;
    private (ClaimsPrincipal? User, IPAddress? Address) _visitor;
    private bool _decided;
    private bool _loaded;
    private PathSeen _path;
    private ConsentNames? _names;
    private bool _https;
    private string[]? _acknowledged;

    public TrackingConsent Tracking => _tracking ??= new(this);

    // The framework's feature, without an object of its own in every request.
    bool ITrackingConsentFeature.IsConsentNeeded => Tracking.IsConsentNeeded;

    bool ITrackingConsentFeature.HasConsent => Tracking.HasConsent;

    bool ITrackingConsentFeature.CanTrack => Tracking.CanTrack;

    void ITrackingConsentFeature.GrantConsent() => Tracking.GrantConsent();

    void ITrackingConsentFeature.WithdrawConsent() => Tracking.WithdrawConsent();

    string ITrackingConsentFeature.CreateConsentCookie() => Tracking.CreateConsentCookie();

    // Set where routing has found the endpoint, below every path base: also where nobody asks for consent before the response starts.
    Endpoint? IEndpointFeature.Endpoint
    {
        get;
        set
        {
            field = value;
            LookAtAddress();
        }
    }

    /// <summary>The names of this application's cookies.</summary>
    public ConsentNames Names
    {
        get
        {
            LookAtAddress();
            return _names ??= host.Names.Of(context.Request, _path.Value);
        }
    }

    public ConsentRegistry Registry => host.Registry;

    public ConsentRules Rules => host.Rules;

    public ConsentOptions Options => host.Options;

    public TimeProvider Clock => host.Clock;

    /// <summary>What is known of the visitor; asked for once, and again if another one was signed in since.</summary>
    public ConsentFacts Facts
    {
        get
        {
            Revise();
            return _facts ??= Look();
        }
    }

    public ConsentState State
    {
        get
        {
            // Every time: a filter of MVC removes what was said before it.
            TellCaches();
            IsAsked = true;
            return Peek();
        }
    }

    /// <summary>Whether there is a source of decisions from elsewhere that was not asked yet: till then nothing optional is granted.</summary>
    public bool IsPending
    {
        get
        {
            if (!host.HasExternalSource)
            {
                return false;
            }

            Revise();
            return !_loaded && !_decided;
        }
    }

    /// <summary>Whether the response depends on the visitor.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Whether this request's page is the same for all visitors.</summary>
    public bool IsCacheable => Options.CacheablePages && !ConsentPaths.IsVisitorsPath(context.Request.Path, Registry);

    /// <summary>The version of the privacy policy that this visitor is to be told of.</summary>
    public PolicyVersion? DuePolicy => PolicyNotice.Due(Registry, Acknowledged, Decision?.DecidedAt, Clock.GetUtcNow());

    /// <summary>Whether Global Privacy Control counts for this visitor, by the header or because the browser has told scripts of it.</summary>
    public bool IsSignalled => Facts.GlobalPrivacyControl || SignalLock.IsMarked(Decision);

    /// <summary>The state of nobody: undecided, under the strictest rules.</summary>
    public ConsentState Anyone => _anyone ??= ConsentEvaluator.Evaluate(Registry, Rules, ConsentFacts.Unknown, null, Clock.GetUtcNow());

    public static ConsentFeature Of(HttpContext context) =>
        context.Features.Get<ConsentFeature>()
        ?? throw new InvalidOperationException("Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs.");

    /// <summary>What is done to every response just before it starts, after all that the application does: the callback is registered first, so it runs last.</summary>
    public static Task OnStarting(object feature)
    {
        var consent = (ConsentFeature)feature;
        if (consent.IsPending && consent.JudgesResponse)
        {
            return consent.LoadAndFinishAsync();
        }

        consent.Finish();
        return Task.CompletedTask;
    }

    /// <summary>Asks the host's source of decisions from elsewhere, if there is one and it was not asked about this visitor.</summary>
    public ValueTask LoadAsync() => IsPending ? new(LoadExternalAsync()) : ValueTask.CompletedTask;

    private async Task LoadExternalAsync()
    {
        // Somebody may be signed in meanwhile; whoever that is, they are asked about next.
        for (var attempts = 0; attempts < 2 && IsPending; attempts++)
        {
            var visitor = _visitor;
            var external = await host.External.ReadAsync(context);
            if (IsPending && visitor == _visitor)
            {
                (_external, _loaded, _evaluation) = (external, true, null);
                _facts = _facts is null || external is null ? _facts : _facts with { External = external };
            }
        }
    }

    private bool JudgesResponse => context.Response.Headers.SetCookie.Count > 0 || (Options.ContentSecurity == ContentSecurityMode.Enforce && VendorPolicy.IsDocument(context.Response));

    private async Task LoadAndFinishAsync()
    {
        await LoadAsync();
        Finish();
    }

    /// <summary>The state for the page that is rendered.</summary>
    public ConsentStateJson Page(bool banner)
    {
        var now = Clock.GetUtcNow();
        var left = VendorCookies.Left(context.Request, Registry, State).Union(SignalLock.Displaced(Registry, Rules, Facts, Decision, State, now)).ToArray();
        VendorCookies.ExpireLeft(context, Registry, State, left);
        return Shareable(Told(ConsentStateJson.ForPage(State, Decision, banner, VendorClearing.Describe(Registry, State, left), now)));
    }

    /// <summary>For the interactive components of a page.</summary>
    public ConsentStateJson Persisted() => IsCacheable ? ConsentStateJson.ForAll(Anyone) : Shareable(Answer() with { Clear = null });

    /// <summary>The state for a script that asked.</summary>
    /// <param name="before">The state before, if only vendors that it granted may have left something; else all that are denied may.</param>
    public ConsentStateJson Answer(ConsentState? before = null)
    {
        var denied = VendorClearing.Describe(Registry, State, VendorClearing.Denied(Registry, State).Where(vendor => before?.IsGranted(vendor.Id) != false));
        return Told(ConsentStateJson.ForAnswer(State, Decision, denied, Clock.GetUtcNow()));
    }

    private ConsentStateJson Told(ConsentStateJson state) => state with
    {
        Sale = Evaluated.Sale,
        Marked = SignalLock.IsMarked(Decision) && !Facts.GlobalPrivacyControl,
        Policy = DuePolicy?.Id,
    };

    /// <summary>
    /// Keeps a choice, here and where the host wants it: sets the cookie on the response, expires what denied vendors left, and answers
    /// by it for the rest of the request.
    /// </summary>
    /// <param name="choice">What the visitor asks for.</param>
    /// <param name="byScript">Whether the runtime asks, which deletes what scripts can.</param>
    /// <param name="signalled">Whether the browser has told the runtime of Global Privacy Control: it locks what is asked for now.</param>
    /// <param name="cancellationToken">Gives up until the choice is kept.</param>
    public async Task<ConsentState> DecideAsync(
        ConsentChoice choice, bool byScript = false, bool signalled = false, CancellationToken cancellationToken = default)
    {
        CheckNotStarted();
        await LoadAsync();
        // The source may have taken its time.
        cancellationToken.ThrowIfCancellationRequested();
        _ = State;
        var current = signalled && !Facts.GlobalPrivacyControl ? SignalLock.Mark(Decision, true) : Decision;
        return await KeepAndSaveAsync(choice, ChoiceResolver.Decide(Registry, Rules, Facts, current, choice, Clock.GetUtcNow()), byScript);
    }

    /// <summary>The same for who cannot wait: it is saved elsewhere before the response starts.</summary>
    /// <param name="choice">What the visitor asks for: everything or nothing, so that it does not matter what was decided elsewhere.</param>
    public void DecideAll(ConsentChoice choice)
    {
        CheckNotStarted();
        TellCaches();
        IsAsked = true;
        // What was not asked is not known, as what cannot be read.
        var facts = IsPending ? Facts with { External = ExternalConsent.Unreadable } : Facts;
        var decision = ChoiceResolver.Decide(Registry, Rules, facts, Decision, choice, Clock.GetUtcNow());
        Supersede();
        var state = Keep(decision, DecisionLifetime.Of(Registry, Rules, Facts, decision), byScript: false);
        if (host.HasExternalSource)
        {
            context.Response.OnStarting(() => host.External.SaveAsync(Save(decision, state)));
        }
    }

    /// <summary>
    /// Keeps that the visitor opts in again, in the second of two steps, and sets the signal aside if there is one: nothing else does.
    /// </summary>
    /// <param name="choice">What is opted in to.</param>
    public async Task<ConsentState> OptInAsync(ConsentChoice choice)
    {
        CheckNotStarted();
        await LoadAsync();
        _ = State;
        if (choice.About == OptOuts.Sale && IsSignalled && !Facts.SignalOverridden)
        {
            _facts = Facts with { SignalOverridden = true };
            host.Signal.Write(context, Names.Signal, Domain, Rules.GetLifetime(Facts.Region), Clock.GetUtcNow());
        }

        return await KeepAndSaveAsync(choice, ChoiceResolver.Decide(Registry, Rules, Facts, Decision, choice, Clock.GetUtcNow()), byScript: false, optsIn: true);
    }

    /// <summary>Keeps that this browser tells scripts of Global Privacy Control, or no longer does. The time of the choice stays.</summary>
    /// <param name="signalled">Whether it does.</param>
    public async Task<ConsentState> MarkAsync(bool signalled)
    {
        CheckNotStarted();
        await LoadAsync();
        _ = State;
        var decision = SignalLock.Mark(Decision, signalled);
        // Nothing was decided: an account's decision may be the newer one still.
        return Keep(decision, DecisionLifetime.Left(Registry, Rules, Facts, decision, Clock.GetUtcNow()), byScript: true);
    }

    /// <summary>Remembers that the visitor has seen a change of the privacy policy.</summary>
    /// <param name="version">The version's id.</param>
    public void Acknowledge(string version)
    {
        if (Registry.PolicyVersions.Any(known => known.Id == version))
        {
            Acknowledged = [version];
            OwnCookies.Append(context, Names.Policy, version, PolicyNotice.Remembered, Clock.GetUtcNow(), Domain);
        }
    }

    /// <summary>The cookie of a choice, as a header would set it; nothing is kept.</summary>
    /// <param name="choice">What the visitor would ask for.</param>
    public string CookieFor(ConsentChoice choice)
    {
        TellCaches();
        IsAsked = true;
        var now = Clock.GetUtcNow();
        var decision = ChoiceResolver.Decide(Registry, Rules, Facts, Decision, choice, now);
        return DecisionCookie.Text(context.Request, decision, Names, Domain, DecisionLifetime.Of(Registry, Rules, Facts, decision), now);
    }

    private void Finish()
    {
        if (context.Request.Path.Value?.StartsWith($"/{ConsentPaths.Prefix}/", StringComparison.OrdinalIgnoreCase) == true)
        {
            // Also where routing, authorization or a limiter answers in place of our endpoints.
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
        }

        host.Diagnostics.LookAtCookiePolicy(context);
        host.Policy.Apply(context, this);
        host.Cookies.Apply(context, this);
    }

    private void CheckNotStarted()
    {
        if (context.Response.HasStarted)
        {
            throw new InvalidOperationException(
                "The response has started, so the decision cookie can no longer be set. Decide before anything is rendered or streamed, or let the visitor post the form.");
        }
    }

    private async Task<ConsentState> KeepAndSaveAsync(ConsentChoice choice, ConsentDecision decision, bool byScript, bool optsIn = false)
    {
        // What it leaves alone may be refused there: saved, it would replace that refusal.
        var isPartOfUnknown = Facts.External == ExternalConsent.Unreadable && choice.Others is null;
        if (!isPartOfUnknown)
        {
            Supersede();
        }

        var state = Keep(decision, DecisionLifetime.Of(Registry, Rules, Facts, decision), byScript, optsIn);
        if (isPartOfUnknown)
        {
            host.External.Lose();
        }
        else if (host.HasExternalSource)
        {
            await host.External.SaveAsync(Save(decision, state));
        }

        return state;
    }

    // The new decision is the newest, and holds what counted of the other.
    private void Supersede() => (_external, _facts) = (null, Facts.External is null ? Facts : Facts with { External = null });

    private ExternalConsentSave Save(ConsentDecision decision, ConsentState state) =>
        new() { User = context.User, Consent = ExternalConsent.Of(decision, IsSignalled && !Facts.SignalOverridden), State = state };

    private ConsentState Keep(ConsentDecision decision, TimeSpan lifetime, bool byScript, bool optsIn = false)
    {
        var now = Clock.GetUtcNow();
        // What this request renders from now on belongs to a state that its address does not tell.
        PrivateResponse.Mark(context);
        _evaluation = Evaluation.Of(Registry, Rules, Facts, decision, now);
        _decided = true;
        if (Facts.SignalOverridden && !Registry.Vendors.Any(vendor => vendor.SaleOrShare && IsSetAsideFor(_evaluation.State[vendor.Id], vendor, optsIn)))
        {
            // Nothing is left that it was set aside for.
            SignalCookie.Expire(context, Names.Signal, Domain);
            _facts = Facts with { SignalOverridden = false };
            _evaluation = Evaluation.Of(Registry, Rules, Facts, decision, now);
        }

        var state = _evaluation.State;
        Write();
        host.Diagnostics.Look(context.Request, Options, _path.Value);
        // What fails afterwards ends in an error page, whose handler clears the headers: the visitor's decision stands all the same.
        context.Response.OnStarting(() =>
        {
            if (!DecisionCookie.IsSet(context, Names.Decision))
            {
                Write();
            }

            return Task.CompletedTask;
        });
        return state;

        void Write()
        {
            DecisionCookie.Write(context, decision, Names, Domain, lifetime, now);
            VendorCookies.Expire(context, Registry, state, byScript);
        }
    }

    /// <summary>That the visitor's account and this browser contradict each other, if the visitor was not told of it.</summary>
    // What a browser fetches ahead may never be seen.
    public AccountConflict? FindConflict() =>
        !host.HasExternalSource || _decided || context.Response.HasStarted || context.Request.Headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal)
            || AccountConflict.Of(Registry, Rules, Facts, Decision, State, Clock.GetUtcNow()) is not { } conflict
            || RequestCookies.Values(context.Request, Names.Account).Contains(conflict.Mark, StringComparer.Ordinal)
            ? null
            : conflict;

    /// <summary>Remembers that the visitor is told of it.</summary>
    /// <param name="conflict">What they are told of.</param>
    public void Remember(AccountConflict conflict) =>
        OwnCookies.Append(context, Names.Account, conflict.Mark, AccountConflict.Remembered, Clock.GetUtcNow(), Domain, httpOnly: true);

    // What a site exempts is on without anybody's choice: only who opts in has set the signal aside for it.
    private static bool IsSetAsideFor(ConsentVerdict verdict, ConsentVendor vendor, bool optsIn) =>
        verdict.Granted && vendor.Category != ConsentCategories.Necessary && (optsIn || verdict.Reason != ConsentReason.Exempt);

    private string[] Acknowledged
    {
        get
        {
            LookAtAddress();
            return _acknowledged ??= RequestCookies.Values(context.Request, Names.Policy);
        }

        set => _acknowledged = value;
    }

    // Who decided alike may share what the output cache stores, but nobody's time of a choice: the browser asks for its own.
    private ConsentStateJson Shareable(ConsentStateJson state) =>
        state.DecidedAt > 0 && context.Features.Get<IOutputCacheFeature>()?.Context is { EnableOutputCaching: true, AllowCacheStorage: true }
            ? state with { DecidedAt = ConsentStateJson.NotKnown, ExpiresAt = 0 }
            : state;

    /// <summary>The state, for who is not going to render it.</summary>
    public ConsentState Peek() => Evaluated.State;

    private Evaluation Evaluated
    {
        get
        {
            Revise();
            return _evaluation ??= Evaluate();
        }
    }

    // Somebody who asked before the path base or the scheme was known was told of other cookies. What the source said stands: it is about the visitor.
    private void LookAtAddress()
    {
        var https = context.Request.IsHttps;
        if ((_path.Look(context.Request) | https != _https) && !_decided)
        {
            (_https, _names, _facts, _evaluation, _acknowledged) = (https, null, null, null, null);
        }
    }

    // Somebody who asked before the visitor was signed in, or before a proxy's headers were read, was told of another one.
    private void Revise()
    {
        LookAtAddress();
        if (!host.IsPersonal || _decided)
        {
            return;
        }

        var visitor = (context.Features.Get<IHttpAuthenticationFeature>()?.User, context.Connection.RemoteIpAddress);
        if (visitor != _visitor)
        {
            (_visitor, _facts, _external, _region, _evaluation, _loaded) = (visitor, null, null, null, null, false);
        }
    }

    private Evaluation Known() => host.States.Get(Facts, context.Request, Names.Decision, Clock.GetUtcNow());

    private Evaluation Evaluate()
    {
        var evaluation = Known();
        if (!IsPending)
        {
            return evaluation;
        }

        host.Diagnostics.LookAtHaste(context);
        return new(evaluation.Decision, host.Denied, null);
    }

    // This browser's own is known before the source is asked.
    private ConsentDecision? Decision => IsPending ? Known().Decision : Evaluated.Decision;

    private void TellCaches()
    {
        ConsentVary.Add(context.Response);
        if (Options.Rules.HonorDoNotTrack)
        {
            ConsentVary.Add(context.Response, GlobalPrivacyControl.DoNotTrack);
        }

        ConsentVary.Add(context.Response, Region.Headers);
        if (context.Response.HasStarted)
        {
            return;
        }

        // Cacheable pages are made for caches that may not look at what a response varies by; and where the visitor is, or what the host
        // told of them, no cache can see.
        if (IsCacheable || Region.IsPrivate || IsPending || Facts.External is not null || Facts.Restricted || Facts.Age != AgeSignal.Unknown)
        {
            if (IsAsked)
            {
                PrivateResponse.KeepOutOfCaches(context);
            }
            else
            {
                PrivateResponse.Mark(context);
            }
        }
    }

    private RequestRegion Region
    {
        get
        {
            Revise();
            return _region ??= RequestRegion.Of(context, host.Resolvers, host.Failures);
        }
    }

    private ConsentFacts Look()
    {
        var failed = false;
        var region = Region.Code;
        var signal = GlobalPrivacyControl.IsSignalled(context.Request.Headers, Options.Rules);
        var overridden = host.Signal.IsSet(context.Request, Names.Signal, Rules.GetLifetime(region), Clock);
        var age = Options.Age is { } ofAge ? Ask("age", ofAge, AgeSignal.Unknown, ref failed) : AgeSignal.Unknown;
        var restricted = (Options.Restricted is { } isRestricted && Ask("restricted", isRestricted, true, ref failed)) || failed;

        // Of most visitors nothing is known; they share what says so.
        return region is null && !signal && !overridden && age == AgeSignal.Unknown && !restricted && _external is null ? ConsentFacts.Unknown : new()
        {
            Region = region,
            GlobalPrivacyControl = signal,
            SignalOverridden = overridden,
            Age = age,
            Restricted = restricted,
            External = _external,
        };
    }

    // Who cannot be asked may be a child, or have restricted everything.
    private T Ask<T>(string source, Func<HttpContext, T> ask, T otherwise, ref bool failed)
    {
        try
        {
            return ask(context);
        }
        catch (Exception exception)
        {
            host.Failures.Report(source, "read", exception);
            failed = true;
            return otherwise;
        }
    }

    private string? Domain => DecisionCookie.Domain(context.Request, Options.CookieDomain);
}
