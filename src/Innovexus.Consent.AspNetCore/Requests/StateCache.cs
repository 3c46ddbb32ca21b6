using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// States by what they follow from. Most visitors of a site differ in nothing: many requests share a few states, and one that is here
/// costs a look-up. Safe for concurrent use.
/// </summary>
internal sealed class StateCache(ConsentRegistry registry, ConsentRules rules)
{
    private const int MostEntries = 1024;
    private const int LongestFacts = 16;

    // A look-up in place, which takes half as long as one in a memory cache: it is most of what a request costs.
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The decision that a request brings in the cookie of a name, and what follows.</summary>
    public Evaluation Get(ConsentFacts facts, HttpRequest request, string name, DateTimeOffset now)
    {
        // What a host told of a visitor is compared by reference only, and who sends several cookies of the name is an exception.
        if (facts.External is not null || !DecisionCookie.TryGetOnly(request, name, out var text) || text.Length > ConsentCookie.MaxLength)
        {
            return Evaluate(facts, DecisionCookie.Texts(request, name), now);
        }

        Span<char> buffer = stackalloc char[text.Length + LongestFacts];
        var key = Key(buffer, facts, text);
        return _entries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var entry) && entry.From <= now && now < entry.Until
            ? entry.Evaluation
            : Add(key.ToString(), facts, text, now);
    }

    private Evaluation Add(string key, ConsentFacts facts, ReadOnlySpan<char> text, DateTimeOffset now)
    {
        var evaluation = Evaluate(facts, text.IsEmpty ? [] : [text.ToString()], now);
        var (from, until) = text.IsEmpty ? (DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : Holds(facts, evaluation.Decision, now);
        // Full: begins anew. Who sends ever new cookies gains nothing, and the few states that most visitors share are back at once.
        if (Interlocked.Increment(ref _count) > MostEntries)
        {
            _entries.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _entries[key] = new(evaluation, from, until);
        return evaluation;
    }

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

    // Region codes are short (RegionCode), and no character of them stands in what follows.
    private static ReadOnlySpan<char> Key(Span<char> buffer, ConsentFacts facts, ReadOnlySpan<char> text)
    {
        var flags = (facts.GlobalPrivacyControl ? 1 : 0) | (facts.SignalOverridden ? 2 : 0) | (facts.Restricted ? 4 : 0) | ((int)facts.Age << 3);
        var region = facts.Region ?? "";
        region.CopyTo(buffer);
        buffer[region.Length] = (char)(' ' + flags);
        text.CopyTo(buffer[(region.Length + 1)..]);
        return buffer[..(region.Length + 1 + text.Length)];
    }

    private sealed record Entry(Evaluation Evaluation, DateTimeOffset From, DateTimeOffset Until);
}
