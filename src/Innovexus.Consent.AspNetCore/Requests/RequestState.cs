using Microsoft.AspNetCore.OutputCaching;

namespace Innovexus.Consent;

/// <summary>What a request tells the runtime.</summary>
internal static class RequestState
{
    /// <summary>The state for the page that is rendered.</summary>
    public static ConsentStateJson Page(ConsentFeature consent, bool banner)
    {
        consent.TellCaches();
        var evaluation = consent.Evaluation;
        ConsentVendor[] left = [.. VendorCookies.Left(consent.Context.Request, consent.Registry, evaluation.State).Union(evaluation.Displaced())];
        VendorCookies.ExpireLeft(consent.Context, consent.Registry, evaluation.State, left);
        return Shareable(consent, Told(consent, evaluation.Page(banner, left, PolicyAcknowledgement.Due(consent), consent.Host.Clock.GetUtcNow())));
    }

    /// <summary>For the interactive components of a page.</summary>
    public static ConsentStateJson Persisted(ConsentFeature consent) => consent.IsCacheable
        ? ConsentStateJson.ForAll(consent.Host.Anyone)
        : Shareable(consent, Answer(consent) with { Clear = null });

    /// <summary>The state for a script that asked.</summary>
    /// <param name="consent">The visitor's consent.</param>
    /// <param name="before">The state before, if only vendors that it granted may have left something; else all that are denied may.</param>
    public static ConsentStateJson Answer(ConsentFeature consent, ConsentState? before = null)
    {
        consent.TellCaches();
        return Told(consent, consent.Evaluation.Answer(before, PolicyAcknowledgement.Due(consent), consent.Host.Clock.GetUtcNow()));
    }

    private static ConsentStateJson Told(ConsentFeature consent, ConsentStateJson state) =>
        state with { Marked = SignalLock.IsMarked(consent.Known.Decision) && !consent.Facts.GlobalPrivacyControl };

    // Visitors who decided alike share what the output cache stores. The time of one visitor's choice must not be in it, so the browser asks for its own.
    private static ConsentStateJson Shareable(ConsentFeature consent, ConsentStateJson state) =>
        state.DecidedAt > 0 && consent.Context.Features.Get<IOutputCacheFeature>()?.Context is { EnableOutputCaching: true, AllowCacheStorage: true }
            ? state with { DecidedAt = ConsentStateJson.NotKnown, ExpiresAt = 0 }
            : state;
}
