namespace Innovexus.Consent;

/// <summary>Makes a visitor's decisions in one request, and has them kept here and where the host wants it.</summary>
internal readonly struct RequestDecisions(ConsentFeature consent)
{
    // What was asked for first is older, also where it is answered last. A second decision of one request is newer than the first.
    private DateTimeOffset Now => consent.IsDecided ? consent.Host.Clock.GetUtcNow() : consent.Arrived;

    /// <summary>
    /// Keeps a choice: sets the cookie on the response, expires what denied vendors left, and answers by it for the rest of the request.
    /// </summary>
    /// <param name="choice">What the visitor asks for.</param>
    /// <param name="byScript">Whether the runtime asks, which deletes what scripts can.</param>
    /// <param name="signalled">Whether the browser has told the runtime of Global Privacy Control: it locks what is asked for now.</param>
    /// <param name="cancellationToken">Gives up until the choice is kept.</param>
    public async Task<ConsentState> DecideAsync(
        ConsentChoice choice, bool byScript = false, bool signalled = false, CancellationToken cancellationToken = default)
    {
        var current = await BeginAsync();
        // The source may have taken its time.
        cancellationToken.ThrowIfCancellationRequested();
        if (signalled && !current.Input.Facts.GlobalPrivacyControl)
        {
            current = current.With(current.Input.Facts, SignalLock.Mark(current.Decision, true), Now);
        }

        return await KeepAndSaveAsync(current, choice, byScript);
    }

    /// <summary>The same for who cannot wait: it is saved elsewhere before the response starts.</summary>
    /// <param name="choice">What the visitor asks for: everything or nothing, so that it does not matter what was decided elsewhere.</param>
    public void DecideAll(ConsentChoice choice)
    {
        CheckNotStarted();
        consent.TellCaches();
        var (current, host) = (consent.Known, consent.Host);
        var isPending = consent.IsPending;
        if (isPending && current.Input.Facts.Restricted)
        {
            // Age or restriction may lock what is asked for, so it is kept as if they did.
            consent.TellOfHaste();
        }

        if (isPending && host.HasExternalSource)
        {
            // What was not asked is not known, as what cannot be read.
            current = current.With(current.Input.Facts with { External = ExternalConsent.Unreadable }, current.Decision, Now);
        }

        var decided = Decided(current, choice, isPartOfUnknown: false);
        var keeping = new DecisionKeeping(consent);
        keeping.Keep(decided, DecisionLifetime.Of(decided.Input), byScript: false);
        if (host.HasExternalSource)
        {
            // By then it is known who the visitor is, if somebody decides in front of the authentication.
            consent.Context.Response.OnStarting(() => host.External.SaveAsync(keeping.Save(decided.Decision!)));
        }
    }

    /// <summary>
    /// Keeps that the visitor opts in again, in the second of two steps, and sets the signal aside if there is one: nothing else does.
    /// </summary>
    /// <param name="choice">What is opted in to.</param>
    public async Task<ConsentState> OptInAsync(ConsentChoice choice)
    {
        var current = await BeginAsync();
        var facts = current.Input.Facts;
        if (choice.About == OptOuts.Sale && current.Input.IsSignalled && !facts.SignalOverridden)
        {
            current = current.With(facts with { SignalOverridden = true }, current.Decision, Now);
            consent.Host.Signal.Write(consent.Context, consent.Names.Signal, consent.Domain, consent.Host.Rules.GetLifetime(facts.Region), Now);
        }

        return await KeepAndSaveAsync(current, choice, byScript: false, optsIn: true);
    }

    /// <summary>Keeps that this browser tells scripts of Global Privacy Control, or no longer does. The time of the choice stays.</summary>
    /// <param name="signalled">Whether it does.</param>
    public async Task<ConsentState> MarkAsync(bool signalled)
    {
        var current = await BeginAsync();
        var marked = current.With(current.Input.Facts, SignalLock.Mark(current.Decision, signalled), Now);
        // Nothing was decided: an account's decision may be the newer one still.
        return new DecisionKeeping(consent).Keep(marked, DecisionLifetime.Left(marked.Input), byScript: true);
    }

    /// <summary>The cookie of a choice, as a header would set it; nothing is kept.</summary>
    /// <param name="choice">What the visitor would ask for.</param>
    public string CookieFor(ConsentChoice choice)
    {
        consent.TellCaches();
        var (input, now) = (consent.Known.Input, Now);
        var decision = consent.Known.Decide(choice, now);
        return DecisionCookie.Text(
            consent.Context.Request, decision, consent.Names, consent.Domain, DecisionLifetime.Of(input with { Decision = decision, Now = now }), now);
    }

    private async Task<ConsentEvaluation> BeginAsync()
    {
        CheckNotStarted();
        await consent.LoadAsync();
        consent.TellCaches();
        // Where the visitor has changed once more, what this browser brings, with its locks.
        return consent.Known;
    }

    private void CheckNotStarted()
    {
        if (consent.Context.Response.HasStarted)
        {
            throw new InvalidOperationException(
                "The response has started, so the decision cookie cannot be set. Decide before the response starts, or let the visitor post the form.");
        }
    }

    private async Task<ConsentState> KeepAndSaveAsync(ConsentEvaluation current, ConsentChoice choice, bool byScript, bool optsIn = false)
    {
        // What it leaves alone may be refused there: saved, it would replace that refusal.
        var isPartOfUnknown = current.Input.Facts.External == ExternalConsent.Unreadable && choice.Others is null;
        var decided = Decided(current, choice, isPartOfUnknown);
        var (keeping, external) = (new DecisionKeeping(consent), consent.Host.External);
        var state = keeping.Keep(decided, DecisionLifetime.Of(decided.Input), byScript, optsIn);
        if (isPartOfUnknown)
        {
            external.Lose();
        }
        else if (consent.Host.HasExternalSource)
        {
            await external.SaveAsync(keeping.Save(decided.Decision!));
        }

        return state;
    }

    // The new decision is the newest, and holds what counted of the one from elsewhere.
    private ConsentEvaluation Decided(ConsentEvaluation current, ConsentChoice choice, bool isPartOfUnknown)
    {
        var (facts, now) = (current.Input.Facts, Now);
        return current.With(facts.External is null || isPartOfUnknown ? facts : facts with { External = null }, current.Decide(choice, now), now);
    }
}
