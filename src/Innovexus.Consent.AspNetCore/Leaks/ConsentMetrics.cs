using System.Diagnostics.Metrics;

namespace Innovexus.Consent;

/// <summary>What the server counts, as the meter <c>Innovexus.Consent</c>. Tags are declared ids and the words of this library: nothing that a visitor sends.</summary>
internal sealed class ConsentMetrics
{
    public const string Meter = "Innovexus.Consent";

    private readonly Counter<long> _cookies;
    private readonly Counter<long> _violations;
    private readonly Counter<long> _failures;

    public ConsentMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _cookies = meter.CreateCounter<long>("consent.cookies", "{cookie}", "Response cookies of a vendor that is not granted, or of nobody.");
        _violations = meter.CreateCounter<long>("consent.csp.violations", "{report}", "Reports of browsers on the policy that follows from the declared origins.");
        _failures = meter.CreateCounter<long>("consent.source.failures", "{failure}", "What the host's own sources (regions, decisions from elsewhere, age, restriction) could not answer or keep.");
    }

    public void SourceFailed(string source, string outcome) => _failures.Add(1, new("consent.source", source), new KeyValuePair<string, object?>("consent.outcome", outcome));

    public void CookieDropped(ConsentVerdict verdict) =>
        _cookies.Add(1, new("consent.vendor", verdict.Id), new("consent.outcome", "dropped"), new("consent.reason", Name(verdict.Reason)));

    public void CookieUndeclared(bool dropped) => _cookies.Add(1, new("consent.vendor", "undeclared"), new KeyValuePair<string, object?>("consent.outcome", dropped ? "dropped" : "sent"));

    public void Violation(string? vendor, string directive, string outcome) =>
        _violations.Add(1, new("consent.vendor", vendor ?? "undeclared"), new("csp.directive", directive), new("consent.outcome", outcome));

    // Enum names without an allocation for each.
    private static string Name(ConsentReason reason) => Enum.GetName(reason) ?? "";
}
