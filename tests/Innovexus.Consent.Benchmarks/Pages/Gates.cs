namespace Innovexus.Consent.Benchmarks;

/// <summary>What is gated in a page.</summary>
public enum Gates
{
    /// <summary>One short inline script.</summary>
    One,

    /// <summary>Two hundred short inline scripts.</summary>
    TwoHundred,

    /// <summary>One inline script that computes for 50 milliseconds.</summary>
    Heavy,
}
