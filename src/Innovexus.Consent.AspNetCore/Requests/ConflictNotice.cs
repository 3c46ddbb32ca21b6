namespace Innovexus.Consent;

/// <summary>Which contradiction of the account and this browser a visitor is told of, once.</summary>
internal static class ConflictNotice
{
    /// <summary>The contradiction, if there is one and the visitor was not told of it.</summary>
    // What a browser fetches ahead may never be seen.
    public static AccountConflict? Find(ConsentFeature consent) =>
        !consent.Host.HasExternalSource || consent.IsDecided || consent.Context.Response.HasStarted
            || consent.Context.Request.Headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal)
            || AccountConflict.Of(consent.Known.Input, consent.State) is not { } conflict
            || RequestCookies.Values(consent.Context.Request, consent.Names.Account).Contains(conflict.Mark, StringComparer.Ordinal)
            ? null
            : conflict;

    /// <summary>Remembers that the visitor is told of it.</summary>
    /// <param name="consent">The visitor's consent.</param>
    /// <param name="conflict">What they are told of.</param>
    public static void Keep(ConsentFeature consent, AccountConflict conflict) => OwnCookies.Append(
        consent.Context, consent.Names.Account, conflict.Mark, AccountConflict.Remembered, consent.Host.Clock.GetUtcNow(), consent.Domain, httpOnly: true);
}
