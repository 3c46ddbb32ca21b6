namespace Innovexus.Consent;

/// <summary>Which change of the privacy policy a visitor is told of, and that they have seen it.</summary>
internal static class PolicyAcknowledgement
{
    /// <summary>The version that this visitor is to be told of.</summary>
    public static PolicyVersion? Due(ConsentFeature consent) => consent.Registry.PolicyVersions.Count == 0 ? null
        : PolicyNotice.Due(consent.Registry, consent.Acknowledged, consent.Known.Decision?.DecidedAt, consent.Host.Clock.GetUtcNow());

    /// <summary>Remembers that the visitor has seen it.</summary>
    /// <param name="consent">The visitor's consent.</param>
    /// <param name="version">The version's id; one that is not declared is ignored.</param>
    public static void Keep(ConsentFeature consent, string version)
    {
        if (consent.Registry.PolicyVersions.Any(known => known.Id == version))
        {
            consent.Acknowledged = [version];
            OwnCookies.Append(consent.Context, consent.Names.Policy, version, PolicyNotice.Remembered, consent.Host.Clock.GetUtcNow(), consent.Domain);
        }
    }
}
