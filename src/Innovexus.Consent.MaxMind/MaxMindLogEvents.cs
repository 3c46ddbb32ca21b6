namespace Innovexus.Consent;

/// <summary>The ids of what the package of region databases logs. No other package has one of them, and none changes its meaning.</summary>
internal static class MaxMindLogEvents
{
    public const int DatabaseUnreadable = 30;
    public const int LookupFailed = 31;
}
