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
    private RequestRegion? _region;
    private (ClaimsPrincipal? User, IPAddress? Address) _visitor;
    private bool _decided;
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

    /// <summary>Whether the host tells of visitors by more than headers, which may not be known before they are signed in.</summary>
    public bool IsPersonal => host.IsPersonal;

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
        consent.Finish();
        return Task.CompletedTask;
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
    public Task<ConsentState> DecideAsync(ConsentChoice choice, bool byScript = false, bool signalled = false)
    {
        CheckNotStarted();
        _ = State;
        var current = signalled && !Facts.GlobalPrivacyControl ? SignalLock.Mark(Decision, true) : Decision;
        var decision = ChoiceResolver.Decide(Registry, Rules, Facts, current, choice, Clock.GetUtcNow());
        return KeepAsync(decision, DecisionLifetime.Of(Registry, Rules, Facts, decision), byScript);
    }

    /// <summary>
    /// Keeps that the visitor opts in again, in the second of two steps, and sets the signal aside if there is one: nothing else does.
    /// </summary>
    /// <param name="choice">What is opted in to.</param>
    public Task<ConsentState> OptInAsync(ConsentChoice choice)
    {
        CheckNotStarted();
        _ = State;
        if (choice.About == OptOuts.Sale && IsSignalled && !Facts.SignalOverridden)
        {
            _facts = Facts with { SignalOverridden = true };
            host.Signal.Write(context, Names.Signal, Domain, Rules.GetLifetime(Facts.Region), Clock.GetUtcNow());
        }

        var decision = ChoiceResolver.Decide(Registry, Rules, Facts, Decision, choice, Clock.GetUtcNow());
        return KeepAsync(decision, DecisionLifetime.Of(Registry, Rules, Facts, decision), byScript: false, optsIn: true);
    }

    /// <summary>Keeps that this browser tells scripts of Global Privacy Control, or no longer does. The time of the choice stays.</summary>
    /// <param name="signalled">Whether it does.</param>
    public Task<ConsentState> MarkAsync(bool signalled)
    {
        CheckNotStarted();
        _ = State;
        var decision = SignalLock.Mark(Decision, signalled);
        return KeepAsync(decision, DecisionLifetime.Left(Registry, Rules, Facts, decision, Clock.GetUtcNow()), byScript: true);
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
        _ = State;
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

    private async Task<ConsentState> KeepAsync(ConsentDecision decision, TimeSpan lifetime, bool byScript, bool optsIn = false)
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

        DecisionCookie.Write(context, decision, Names, Domain, lifetime, now);
        host.Diagnostics.Look(context.Request, Options, _path.Value);
        VendorCookies.Expire(context, Registry, _evaluation.State, byScript);
        if (External is { } source)
        {
            await source.SaveAsync(context, _evaluation.State);
        }

        return _evaluation.State;
    }

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

    // Somebody who asked before the path base or the scheme was known was told of other cookies.
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
            (_visitor, _facts, _region, _evaluation) = (visitor, null, null, null);
        }
    }

    private Evaluation Evaluate() => host.States.Get(Facts, context.Request, Names.Decision, Clock.GetUtcNow());

    private ConsentDecision? Decision => Evaluated.Decision;

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
        if (IsCacheable || Region.IsPrivate || Facts.External is not null || Facts.Restricted || Facts.Age != AgeSignal.Unknown)
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
            return _region ??= RequestRegion.Of(context, host.Resolvers);
        }
    }

    private ConsentFacts Look()
    {
        var region = Region.Code;
        var signal = GlobalPrivacyControl.IsSignalled(context.Request.Headers, Options.Rules);
        var overridden = host.Signal.IsSet(context.Request, Names.Signal, Rules.GetLifetime(region), Clock);
        var age = Options.Age?.Invoke(context) ?? AgeSignal.Unknown;
        var restricted = Options.Restricted?.Invoke(context) == true;
        var external = External?.GetDecisions(context);

        // Of most visitors nothing is known; they share what says so.
        return region is null && !signal && !overridden && age == AgeSignal.Unknown && !restricted && external is null ? ConsentFacts.Unknown : new()
        {
            Region = region,
            GlobalPrivacyControl = signal,
            SignalOverridden = overridden,
            Age = age,
            Restricted = restricted,
            External = external,
        };
    }

    private string? Domain => DecisionCookie.Domain(context.Request, Options.CookieDomain);

    private IExternalConsentSource? External => host.HasExternalSource ? context.RequestServices.GetService<IExternalConsentSource>() : null;
}
