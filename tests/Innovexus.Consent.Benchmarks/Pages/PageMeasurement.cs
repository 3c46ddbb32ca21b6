namespace Innovexus.Consent.Benchmarks;

/// <summary>One visit: a page's first load, and the click on its button that allows everything. Times are in milliseconds.</summary>
/// <param name="Bytes">What came over the line, headers included.</param>
/// <param name="Requests">How many there were.</param>
/// <param name="FirstPaint">When the page was painted first.</param>
/// <param name="Visible">When the banner was seen.</param>
/// <param name="Blocking">What tasks took beyond 50 milliseconds each, till the page was quiet.</param>
/// <param name="Click">What the click cost; none where there is nothing to click.</param>
internal sealed record PageMeasurement(double Bytes, double Requests, double FirstPaint, double Visible, double Blocking, ClickMeasurement? Click);
