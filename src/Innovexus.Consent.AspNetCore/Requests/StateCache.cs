using Microsoft.Extensions.Caching.Memory;

namespace Innovexus.Consent;

/// <summary>
/// States by what they follow from. Most visitors of a site differ in nothing: many requests share a few states, and one that is here
/// costs a look-up. Safe for concurrent use.
/// </summary>
internal sealed class StateCache(ConsentRegistry registry, ConsentRules rules) : IDisposable
{
    private const int MostEntries = 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <summary>The decision in these texts, and what follows.</summary>
    public Evaluation Get(ConsentFacts facts, string[] texts, DateTimeOffset now)
    {
        // What a host told of a visitor is compared by reference only, and who sends several cookies of the name is an exception.
        if (facts.External is not null || texts.Length > 1 || (texts.Length == 1 && texts[0].Length > ConsentCookie.MaxLength))
        {
            return Evaluate(facts, texts, now);
        }

        var key = new Key(facts.Region, facts.GlobalPrivacyControl, facts.SignalOverridden, facts.Age, facts.Restricted, texts.Length == 1 ? texts[0] : null);
        if (_cache.TryGetValue(key, out Entry? entry) && entry!.From <= now && now < entry.Until)
        {
            return entry.Evaluation;
        }

        var evaluation = Evaluate(facts, texts, now);
        var (from, until) = key.Text is null ? (DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : Holds(facts, evaluation.Decision, now);
        _cache.Set(key, new Entry(evaluation, from, until), new MemoryCacheEntryOptions { Size = 1 });
        return evaluation;
    }

    public void Dispose() => _cache.Dispose();

    private Evaluation Evaluate(ConsentFacts facts, string[] texts, DateTimeOffset now) =>
        Evaluation.Of(registry, rules, facts, ConsentCookie.Newest(texts, now), now);

    // Between two of the times at which something changes. One of the future is not kept: it counts when its time has come.
    private (DateTimeOffset From, DateTimeOffset Until) Holds(ConsentFacts facts, ConsentDecision? decision, DateTimeOffset now)
    {
        if (decision is null || decision.DecidedAt > now)
        {
            return (now, now);
        }

        DateTimeOffset[] ends = [.. new[] { rules.GetLifetime(facts.Region), StandingDecision.NotAsked }.Select(time => decision.DecidedAt + time)];
        return (ends.Where(end => end <= now).Append(decision.DecidedAt).Max(), ends.Where(end => end > now).Append(DateTimeOffset.MaxValue).Min());
    }

    private readonly record struct Key(string? Region, bool Signal, bool Overridden, AgeSignal Age, bool Restricted, string? Text);

    private sealed record Entry(Evaluation Evaluation, DateTimeOffset From, DateTimeOffset Until);
}
