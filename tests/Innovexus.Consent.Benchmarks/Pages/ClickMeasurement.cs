namespace Innovexus.Consent.Benchmarks;

/// <summary>A click on the button that allows everything. Times are in milliseconds, from the click.</summary>
/// <param name="First">When the first gated script ran.</param>
/// <param name="Last">When the last one ran.</param>
/// <param name="Processing">What the handlers of the click took, before the browser could paint; nothing where it was too short to be told.</param>
/// <param name="NextPaint">The interaction to the next paint, in steps of 8; 16 stands for less as well.</param>
internal sealed record ClickMeasurement(double First, double Last, double? Processing, double NextPaint);
