using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent in one request. It costs nothing until it is asked: most requests, static files among them, never do.
/// </summary>
internal sealed class ConsentFeature(HttpContext context)
{
    private ConsentDecision? _decision;
    private ConsentState? _state;

    public ConsentRegistry Registry => Service<ConsentRegistry>();

    public ConsentRules Rules => Service<ConsentRules>();

    public ConsentOptions Options => Service<IOptions<ConsentOptions>>().Value;

    public TimeProvider Clock => Service<TimeProvider>();

    public ConsentFacts Facts => new() { GlobalPrivacyControl = GlobalPrivacyControl.IsSignalled(context.Request.Headers) };

    public ConsentState State => _state ??= Evaluate();

    public static ConsentFeature Of(HttpContext context) =>
        context.Features.Get<ConsentFeature>()
        ?? throw new InvalidOperationException("Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs.");

    /// <summary>The state for the page that is rendered.</summary>
    public ConsentStateJson Page(bool banner)
    {
        var left = VendorCookies.Left(context.Request, Registry, State).ToArray();
        VendorCookies.ExpireLeft(context, Registry, State, left);
        return ConsentStateJson.ForPage(State, _decision, banner, VendorClearing.Describe(Registry, State, left), Clock.GetUtcNow());
    }

    /// <summary>The state for a script that asked.</summary>
    public ConsentStateJson Answer()
    {
        var denied = VendorClearing.Describe(Registry, State, VendorClearing.Denied(Registry, State));
        return ConsentStateJson.ForAnswer(State, _decision, denied, Clock.GetUtcNow());
    }

    /// <summary>
    /// Keeps a choice: sets the cookie on the response, expires what denied vendors left, and answers by it for the rest of the request.
    /// </summary>
    /// <param name="choice">What the visitor asks for.</param>
    /// <param name="byScript">Whether the runtime asks, which deletes what scripts can.</param>
    public ConsentState Decide(ConsentChoice choice, bool byScript = false)
    {
        if (context.Response.HasStarted)
        {
            throw new InvalidOperationException(
                "The response has started, so the decision cookie can no longer be set. Decide before anything is rendered or streamed, or let the visitor post the form.");
        }

        _ = State;
        var now = Clock.GetUtcNow();
        _decision = ChoiceResolver.Decide(Registry, Rules, Facts, _decision, choice, now);
        _state = ConsentEvaluator.Evaluate(Registry, Rules, Facts, _decision, now);
        DecisionCookie.Write(context, _decision, Rules.Lifetime, now);
        VendorCookies.Expire(context, Registry, _state, byScript);
        return _state;
    }

    private ConsentState Evaluate()
    {
        ConsentVary.Add(context.Response);
        var now = Clock.GetUtcNow();
        _decision = DecisionCookie.Read(context.Request, now);
        return ConsentEvaluator.Evaluate(Registry, Rules, Facts, _decision, now);
    }

    private T Service<T>()
        where T : notnull => context.RequestServices.GetRequiredService<T>();
}
