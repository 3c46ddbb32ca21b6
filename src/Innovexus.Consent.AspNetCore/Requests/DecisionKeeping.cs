namespace Innovexus.Consent;

/// <summary>Keeps a decision in the visitor's browser: the cookie, and what a response expires of denied vendors.</summary>
internal readonly struct DecisionKeeping(ConsentFeature consent)
{
    /// <summary>Keeps it, and answers by it for the rest of the request.</summary>
    /// <param name="evaluation">The decision, and what follows.</param>
    /// <param name="lifetime">How long the browser keeps it.</param>
    /// <param name="byScript">Whether a script deletes what scripts can.</param>
    /// <param name="optsIn">Whether the visitor opts in again.</param>
    public ConsentState Keep(ConsentEvaluation evaluation, TimeSpan lifetime, bool byScript, bool optsIn = false)
    {
        var (kept, context, host) = (consent, consent.Context, consent.Host);
        var (facts, decision, now) = (evaluation.Input.Facts, evaluation.Decision!, evaluation.Input.Now);
        // What this request renders from now on belongs to a state that its address does not tell.
        PrivateResponse.Mark(context);
        if (facts.SignalOverridden && !IsNeeded(evaluation.State, optsIn))
        {
            // Nothing is left that it was set aside for.
            SignalCookie.Expire(context, consent.Names.Signal, consent.Domain);
            evaluation = evaluation.With(facts with { SignalOverridden = false }, decision, now);
        }

        consent.Decide(evaluation);
        Write();
        host.Diagnostics.Look(context.Request, host.Options, consent.Application);
        // What fails afterwards ends in an error page, whose handler clears the headers: the visitor's decision stands all the same.
        context.Response.OnStarting(() =>
        {
            if (!DecisionCookie.IsSet(context, kept.Names.Decision))
            {
                Write();
            }

            return Task.CompletedTask;
        });
        return evaluation.State;

        void Write()
        {
            DecisionCookie.Write(context, decision, kept.Names, kept.Domain, lifetime, now);
            VendorCookies.Expire(context, kept.Registry, evaluation.State, byScript);
        }
    }

    /// <summary>What a source of decisions from elsewhere is to keep of it.</summary>
    public ExternalConsentSave Save(ConsentDecision decision)
    {
        var input = consent.Evaluation.Input;
        return new() { User = consent.Context.User, Consent = ExternalConsent.Of(decision, input.IsSignalled && !input.Facts.SignalOverridden), State = consent.State };
    }

    // What a site exempts is on without anybody's choice: only who opts in has set the signal aside for it.
    private bool IsNeeded(ConsentState state, bool optsIn) => consent.Registry.Vendors.Any(vendor => vendor.SaleOrShare
        && vendor.Category != ConsentCategories.Necessary
        && state[vendor.Id] is { Granted: true } verdict
        && (optsIn || verdict.Reason != ConsentReason.Exempt));
}
