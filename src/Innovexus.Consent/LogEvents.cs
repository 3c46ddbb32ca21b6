namespace Innovexus.Consent;

/// <summary>The ids of what the core logs. No other package has one of them, and none changes its meaning.</summary>
internal static class LogEvents
{
    public const int Mistake = 1;
    public const int RuntimeNotReached = 2;
    public const int RuntimeNotLoaded = 5;
    public const int CallbackFailed = 22;
    public const int EventNotSaid = 23;
    public const int VendorWarning = 25;
    public const int VendorMerged = 26;
}
