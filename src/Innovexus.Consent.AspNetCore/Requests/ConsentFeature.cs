using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent in one request: what follows from what is known. It costs nothing until it is asked: most requests, static files
/// among them, never do. Asking writes nothing to the response; who renders or answers calls <see cref="TellCaches"/>.
/// </summary>
internal sealed class ConsentFeature(HttpContext context, ConsentHost host) : KnownRequest(context, host), ITrackingConsentFeature, IEndpointFeature
{
    private ConsentEvaluation? _evaluation;

    // The framework's feature, without an object of its own in every request.
    bool ITrackingConsentFeature.IsConsentNeeded => Tracking.IsConsentNeeded;

    bool ITrackingConsentFeature.HasConsent => Tracking.HasConsent;

    bool ITrackingConsentFeature.CanTrack => Tracking.HasConsent;

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

    public TrackingConsent Tracking => new(this);

    public RequestDecisions Decisions => new(this);

    /// <summary>The state. Nothing optional is granted in it while <see cref="KnownRequest.IsPending"/>.</summary>
    public ConsentState State => Evaluation.State;

    /// <summary>The state, and what else follows.</summary>
    public ConsentEvaluation Evaluation
    {
        get
        {
            Revise();
            return _evaluation ??= Evaluate();
        }
    }

    /// <summary>The same, also while <see cref="KnownRequest.IsPending"/>: what this browser brings.</summary>
    public ConsentEvaluation Known => IsPending ? Look() : Evaluation;

    /// <summary>Whether the response depends on the visitor.</summary>
    public bool IsAsked { get; private set; }

    public static ConsentFeature Of(HttpContext context) =>
        context.Features.Get<ConsentFeature>()
        ?? throw new InvalidOperationException("Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs.");

    /// <summary>
    /// Says that the response depends on the visitor, before it starts. Called each time: a filter of MVC removes what was said before it.
    /// </summary>
    public void TellCaches()
    {
        CacheNotice.Write(this);
        IsAsked = true;
    }

    /// <summary>Answers by a decision from now on.</summary>
    /// <param name="evaluation">What follows from it.</param>
    public void Decide(ConsentEvaluation evaluation)
    {
        _evaluation = evaluation;
        Fix(evaluation.Input.Facts);
    }

    protected override void Forget() => _evaluation = null;

    private ConsentEvaluation Look() => Host.States.Get(Facts, Context.Request, Names.Decision, Host.Clock.GetUtcNow());

    private ConsentEvaluation Evaluate()
    {
        var evaluation = Look();
        if (!IsPending)
        {
            return evaluation;
        }

        TellOfHaste();
        return evaluation.Withheld(Host.Denied);
    }
}
