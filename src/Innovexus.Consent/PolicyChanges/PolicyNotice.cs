namespace Innovexus.Consent;

/// <summary>Finds the version of the privacy policy that a visitor has yet to hear of. Pure.</summary>
internal static class PolicyNotice
{
    /// <summary>A visitor who comes for the first time a year after a change need not hear that something changed.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromDays(365);

    /// <summary>How long it is remembered (<see cref="ConsentCookie.PolicyName"/>) what a visitor has acknowledged.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(395);

    /// <summary>
    /// The newest material version, unless this visitor has acknowledged it (in any of several cookies of the name) or has decided since it
    /// came into force, however long ago.
    /// </summary>
    public static PolicyVersion? Due(ConsentRegistry registry, IEnumerable<string> acknowledged, DateTimeOffset? decidedAt, DateTimeOffset now)
    {
        if (registry.PolicyVersions.LastOrDefault(version => version.Material) is not { } latest)
        {
            return null;
        }

        var effective = new DateTimeOffset(latest.Effective.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return acknowledged.Contains(latest.Id, StringComparer.Ordinal) || decidedAt >= effective || now - effective >= Shown ? null : latest;
    }
}
