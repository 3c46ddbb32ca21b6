using Innovexus.Consent;

namespace Innovexus.Site.Simulation;

/// <summary>What the Inspect page pretends of whoever visits this server. In Development only; it keeps nothing in a browser.</summary>
public sealed class SimulatedVisitor
{
    private volatile Facts _now = new(null, AgeSignal.Unknown, false, false);

    /// <summary>What is pretended now.</summary>
    public Facts Now => _now;

    /// <summary>Pretends something else from the next request on.</summary>
    public void Set(Facts facts) => _now = facts;

    /// <summary>Where visitors are, how old, whether their browsers send Global Privacy Control, and whether the privacy policy changes.</summary>
    public sealed record Facts(string? Region, AgeSignal Age, bool Signal, bool PolicyChange);
}
