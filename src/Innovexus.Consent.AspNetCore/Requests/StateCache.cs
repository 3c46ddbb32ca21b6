using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// States by what they follow from. Most visitors of a site differ in nothing: many requests share a few states, and one that is here
/// costs a look-up. Safe for concurrent use.
/// </summary>
internal sealed class StateCache(ConsentRegistry registry, ConsentRules rules)
{
    // In each of two generations.
    private const int MostEntries = 1024;
    private const int LongestRegion = 16;

    // Look-ups in place, which take half as long as one in a memory cache: they are most of what a request costs. What is asked for lives
    // on into the next generation, so that ever new cookies push out nothing that others use.
    private ConcurrentDictionary<string, Entry> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Entry> _old = new(StringComparer.Ordinal);
    private readonly Lock _generations = new();
    private int _count;

    /// <summary>The decision that a request brings in the cookie of a name, and what follows.</summary>
    public ConsentEvaluation Get(ConsentFacts facts, HttpRequest request, string name, DateTimeOffset now)
    {
        // What a host told of a visitor is compared by reference only, and who sends several cookies of the name is an exception.
        if (facts.External is not null || facts.Region?.Length > LongestRegion
            || !DecisionCookie.TryGetOnly(request, name, out var text) || text.Length > ConsentCookie.MaxLength)
        {
            return Evaluate(facts, ConsentCookie.Newest(DecisionCookie.Texts(request, name), now), now);
        }

        Span<char> buffer = stackalloc char[2 + LongestRegion + text.Length];
        var key = Key(buffer, facts, text);
        return Find(key, now) ?? Add(key, facts, text, now);
    }

    private ConsentEvaluation? Find(ReadOnlySpan<char> key, DateTimeOffset now)
    {
        if (_young.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var entry))
        {
            return entry.Holds(now) ? entry.Evaluation : null;
        }

        if (!_old.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out entry) || !entry.Holds(now))
        {
            return null;
        }

        Keep(entry);
        return entry.Evaluation;
    }

    private ConsentEvaluation Add(ReadOnlySpan<char> key, ConsentFacts facts, ReadOnlySpan<char> text, DateTimeOffset now)
    {
        var decision = text.IsEmpty ? null : ConsentCookie.Parse(text.ToString());
        if (decision is null && !text.IsEmpty)
        {
            // Whoever sends what cannot be read has decided nothing, as most visitors have at first. There are ever new such texts.
            return Find(key[..^text.Length], now) ?? Add(key[..^text.Length], facts, [], now);
        }

        var evaluation = Evaluate(facts, decision, now);
        // One of the future counts when its time has come.
        if (decision is null || decision.DecidedAt <= now)
        {
            var (from, until) = decision is null ? (DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : Times(facts, decision, now);
            Keep(new(key.ToString(), evaluation, from, until));
        }

        return evaluation;
    }

    private void Keep(Entry entry)
    {
        if (Interlocked.Increment(ref _count) > MostEntries)
        {
            lock (_generations)
            {
                if (_count > MostEntries)
                {
                    (_old, _young) = (_young, new(StringComparer.Ordinal));
                    _count = 1;
                }
            }
        }

        _young[entry.Key] = entry;
    }

    private ConsentEvaluation Evaluate(ConsentFacts facts, ConsentDecision? decision, DateTimeOffset now) => new(new ConsentInput(registry, rules, facts, decision, now));

    // Between two of the times at which something changes.
    private (DateTimeOffset From, DateTimeOffset Until) Times(ConsentFacts facts, ConsentDecision decision, DateTimeOffset now)
    {
        DateTimeOffset[] ends = [.. new[] { rules.GetLifetime(facts.Region), StandingDecision.NotAsked }.Select(time => decision.DecidedAt + time)];
        return (ends.Where(end => end <= now).Append(decision.DecidedAt).Max(), ends.Where(end => end > now).Append(DateTimeOffset.MaxValue).Min());
    }

    // What is bounded first, and how long it is, so that no text of a cookie reads as a part of it.
    private static ReadOnlySpan<char> Key(Span<char> buffer, ConsentFacts facts, ReadOnlySpan<char> text)
    {
        var region = facts.Region ?? "";
        buffer[0] = (char)((facts.GlobalPrivacyControl ? 1 : 0) | (facts.SignalOverridden ? 2 : 0) | (facts.Restricted ? 4 : 0) | ((int)facts.Age << 3));
        buffer[1] = (char)region.Length;
        region.CopyTo(buffer[2..]);
        text.CopyTo(buffer[(2 + region.Length)..]);
        return buffer[..(2 + region.Length + text.Length)];
    }

    private sealed record Entry(string Key, ConsentEvaluation Evaluation, DateTimeOffset From, DateTimeOffset Until)
    {
        public bool Holds(DateTimeOffset now) => From <= now && now < Until;
    }
}
