using CsCheck;

namespace Innovexus.Consent.Tests;

public class ConsentCookieTests
{
    // Built from the grammar, so that half of the samples start out valid.
    private static readonly Gen<string> Id = Gen.Select(Gen.Char['a', 'z'], Gen.String[Gen.Char["abcz019"], 0, 8], (first, rest) => first + rest);

    private static readonly Gen<ConsentDecision> Decision = Gen.Select(
        Gen.Long[0, 4_000_000_000_000],
        Gen.Int[0, 7].Select(flags => (OptOuts)flags),
        Gen.Dictionary(Id, Gen.Select(Gen.Bool, Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char['A', 'Z'], 4, 4].Select(text => (string?)text)),
            (granted, fingerprint) => new DecidedChoice(granted, fingerprint)))[0, 12],
        (time, sale, choices) => new ConsentDecision(DateTimeOffset.FromUnixTimeMilliseconds(time), choices, sale));

    // What is left of a damaged text: it can only narrow.
    private static bool IsObjectionOnly(ConsentDecision decision) => decision.Choices.Count == 0 && decision.OptOuts != OptOuts.None;

    [Fact]
    public void Round_trips() => Decision.Sample(
        decision =>
        {
            var read = ConsentCookie.Parse(ConsentCookie.Format(decision));
            return read is not null
                && read.DecidedAt == decision.DecidedAt
                && read.OptOuts == decision.OptOuts
                && read.Choices.OrderBy(entry => entry.Key).SequenceEqual(decision.Choices.OrderBy(entry => entry.Key));
        },
        iter: 5_000);

    [Fact]
    public void Reads_as_documented()
    {
        var decision = Decisions.Decide(ConsentChoice.Only("analytics").With("newsletter", true));

        Assert.Matches(
            @"^v1\.1795521600000\.granted_analytics[A-Z]{4}_newsletter\.refused_functional[A-Z]{4}_marketing[A-Z]{4}\.$",
            ConsentCookie.Format(decision));
    }

    [Fact]
    public void A_refusal_of_everything_has_a_readable_marker() =>
        Assert.Contains(".granted.refused_", ConsentCookie.Format(Decisions.Decide(ConsentChoice.RejectAll)), StringComparison.Ordinal);

    [Fact]
    public void Forty_categories_and_two_hundred_vendors_with_every_tenth_overridden_stay_under_a_kilobyte()
    {
        var registry = Registries.Large(40, 200);
        var choice = Enumerable.Range(0, 20).Aggregate(ConsentChoice.AcceptAll, (choice, i) => choice.With($"vendor-{i * 10:000}", false));

        var text = ConsentCookie.Format(Decisions.Decide(choice, registry));

        Assert.InRange(text.Length, 500, 1023);
        var state = Decisions.Evaluate(ConsentCookie.Parse(text), registry);
        Assert.Equal(20, state.Verdicts.Count(verdict => verdict.Reason == ConsentReason.Refused));
        Assert.Equal(40 + 180, state.Verdicts.Count(verdict => verdict.Reason == ConsentReason.Given));
    }

    [Fact]
    public void More_differing_vendors_than_fit_never_widen_a_grant()
    {
        var registry = Registries.Large(40, 400);
        var refusing = Enumerable.Range(0, 200).Aggregate(ConsentChoice.AcceptAll, (choice, i) => choice.With($"vendor-{i:000}", false));
        var granting = Enumerable.Range(0, 200).Aggregate(ConsentChoice.RejectAll, (choice, i) => choice.With($"vendor-{i:000}", true));

        foreach (var choice in new[] { refusing, granting })
        {
            var decision = Decisions.Decide(choice, registry);
            var text = ConsentCookie.Format(decision);
            var kept = Decisions.Evaluate(ConsentCookie.Parse(text), registry);

            Assert.InRange(text.Length, 100, ConsentCookie.MaxLength);
            Assert.False(kept.NeedsDecision);
            Assert.True(kept.IsSameAs(Decisions.Evaluate(decision, registry)));
            Assert.All(registry.Vendors.Where(vendor => vendor.Category != "necessary" && choice.Named.GetValueOrDefault(vendor.Id, choice.Others == true) == false), vendor => Assert.False(kept.IsGranted(vendor.Id)));
        }
    }

    [Theory]
    [InlineData("US")]
    [InlineData("DE")]
    public void More_vendors_decided_one_by_one_than_fit_never_widen_a_grant_nor_forget_a_refusal(string region)
    {
        var registry = Registries.Large(40, 400);
        var facts = new ConsentFacts { Region = region };
        ConsentDecision? decision = null;
        for (var i = 0; i < 300; i++)
        {
            // Every fifth is allowed.
            decision = Decisions.Decide(ConsentChoice.Change($"vendor-{i:000}", i % 5 == 0), registry, decision, facts);
            decision = SignalLock.Mark(decision, true);
            Assert.NotNull(decision = ConsentCookie.Parse(ConsentCookie.Format(decision)));
            var state = Decisions.Evaluate(decision, registry, facts);
            for (var earlier = 0; earlier <= i; earlier++)
            {
                Assert.True(earlier % 5 == 0 || !state.IsGranted($"vendor-{earlier:000}"), $"{earlier} of {i}");
            }

            Assert.All(state.Verdicts.Where(verdict => verdict.Reason == ConsentReason.Given), verdict => Assert.Equal(0, int.Parse(verdict.Id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture) % 5));
        }
    }

    [Fact]
    public void Needs_no_escaping_in_a_cookie() =>
        Decision.Sample(decision => ConsentCookie.Format(decision) is var text && text == Uri.EscapeDataString(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("v1")]
    [InlineData("v0.1795521600000.granted.refused.")]
    [InlineData("v2.1795521600000.granted.refused.")]
    [InlineData("v1.1795521600000.granted.refused")]
    [InlineData("v1.1795521600000.granted.refused..")]
    [InlineData("v1.1795521600000.granted.refused.x")]
    [InlineData("v1.-1.granted.refused.")]
    [InlineData("v1.+1795521600000.granted.refused.")]
    [InlineData("v1.01.granted.refused.")]
    [InlineData("v1.999999999999999.granted.refused.")]
    [InlineData("v1.99999999999999999999.granted.refused.")]
    [InlineData("v1.1795521600000.refused.granted.")]
    [InlineData("v1.1795521600000.granted_.refused.")]
    [InlineData("v1.1795521600000.granted_analyticsABC.refused.")]
    [InlineData("v1.1795521600000.granted_analyticsABCDE.refused.")]
    [InlineData("v1.1795521600000.granted_analyticsABCDx.refused.")]
    [InlineData("v1.1795521600000.granted_Analytics.refused.")]
    [InlineData("v1.1795521600000.granted_an--b.refused.")]
    [InlineData("v1.1795521600000.granted_a_a.refused.")]
    [InlineData("v1.1795521600000.granted_a.refused_a.")]
    [InlineData("v1.1795521600000.granted%5Fa.refused.")]
    [InlineData("v1.1795521600000.optout.granted.refused.")]
    [InlineData("v1.1795521600000.optout_granted.granted.refused.")]
    [InlineData("v1.1795521600000.optout_signal_sale.granted.refused.")]
    [InlineData("v1.1795521600000..granted.refused.")]
    [InlineData("v1.1795521600000.granted.refused.optout_sale.")]
    [InlineData(" v1.1795521600000.granted.refused.")]
    public void Outside_the_grammar_is_no_decision(string? text) => Assert.Null(ConsentCookie.Parse(text));

    [Fact]
    public void Oversized_is_no_decision()
    {
        var long1 = $"v1.1795521600000.granted_{string.Join('_', Enumerable.Range(0, 250).Select(i => $"a{i}"))}.refused.";

        Assert.True(long1.Length > ConsentCookie.MaxLength);
        Assert.Null(ConsentCookie.Parse(long1));
    }

    [Fact]
    public void Ten_thousand_values_half_of_them_mutations_of_valid_ones_never_throw_nor_leave_the_grammar()
    {
        var mutated = Gen.Select(Decision, Gen.Int[1, 3], Gen.Int, (decision, edits, seed) => Mutate(ConsentCookie.Format(decision), edits, seed));
        Gen.OneOf(mutated, Gen.String[0, 200]).Sample(
            text =>
            {
                var read = ConsentCookie.Parse(text);
                // What is read is exactly what is written: the grammar has one text for one decision, up to the order of entries.
                return read is null || IsObjectionOnly(read) || Sorted(ConsentCookie.Format(read)) == Sorted(text);
            },
            iter: 10_000);

        static string Sorted(string text) => new([.. text.Order()]);
    }

    [Fact]
    public void No_truncation_is_more_than_an_objection()
    {
        var whole = 0;
        Decision.Sample(
            decision =>
            {
                var text = ConsentCookie.Format(decision);
                Interlocked.Increment(ref whole);
                return Enumerable.Range(0, text.Length).All(length => ConsentCookie.Parse(text[..length]) is not { } read || IsObjectionOnly(read));
            },
            iter: 200);
        Assert.True(whole >= 200);
    }

    private static string Mutate(string text, int edits, int seed)
    {
        const string Alphabet = "ABCZabcz019._-~%;, \"\0é";
        var random = new Random(seed);
        for (var i = 0; i < edits; i++)
        {
            var at = random.Next(text.Length);
            var letter = Alphabet[random.Next(Alphabet.Length)];
            text = random.Next(3) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, letter.ToString()),
                _ => text.Remove(at, 1).Insert(at, letter.ToString()),
            };
        }

        return text;
    }
}
