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

    /// <summary>The decision in these texts, and the state that follows.</summary>
    public (ConsentDecision? Decision, ConsentState State) Get(ConsentFacts facts, string[] texts, DateTimeOffset now)
    {
        // What a host told of a visitor is compared by reference only, and who sends several cookies of the name is an exception.
        if (facts.External is not null || texts.Length > 1 || (texts.Length == 1 && texts[0].Length > ConsentCookie.MaxLength))
        {
            return Evaluate(facts, texts, now);
        }

        var key = new Key(facts.Region, facts.GlobalPrivacyControl, facts.SignalOverridden, facts.Age, facts.Restricted, texts.Length == 1 ? texts[0] : null);
        if (_cache.TryGetValue(key, out Entry? entry) && entry!.From <= now && now < entry.Until)
        {
            return (entry.Decision, entry.State);
        }

        var (decision, state) = Evaluate(facts, texts, now);
        var (from, until) = key.Text is null ? (DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : Holds(facts, decision, now);
        _cache.Set(key, new Entry(decision, state, from, until), new MemoryCacheEntryOptions { Size = 1 });
        return (decision, state);
    }

    public void Dispose() => _cache.Dispose();

    private (ConsentDecision? Decision, ConsentState State) Evaluate(ConsentFacts facts, string[] texts, DateTimeOffset now)
    {
        var decision = ConsentCookie.Newest(texts, now);
        return (decision, ConsentEvaluator.Evaluate(registry, rules, facts, decision, now));
    }

    // Between two of the times at which something changes. A text that is no decision may be one of the future, which counts when its
    // time has come; and clocks are set back.
    private (DateTimeOffset From, DateTimeOffset Until) Holds(ConsentFacts facts, ConsentDecision? decision, DateTimeOffset now)
    {
        if (decision is null)
        {
            return (now, now + TimeSpan.FromMinutes(1));
        }

        DateTimeOffset[] ends = [.. new[] { rules.GetLifetime(facts.Region), StandingDecision.NotAsked }.Select(time => decision.DecidedAt + time)];
        return (ends.Where(end => end <= now).Append(decision.DecidedAt).Max(), ends.Where(end => end > now).Append(DateTimeOffset.MaxValue).Min());
    }

    private readonly record struct Key(string? Region, bool Signal, bool Overridden, AgeSignal Age, bool Restricted, string? Text);

    private sealed record Entry(ConsentDecision? Decision, ConsentState State, DateTimeOffset From, DateTimeOffset Until);
}
