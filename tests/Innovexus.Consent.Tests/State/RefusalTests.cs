using CsCheck;

namespace Innovexus.Consent.Tests;

/// <summary>
/// A visitor's years: travels, changes of the site, clocks that go wrong, choices of every kind. What was refused last is never granted
/// without being asked for, and where one has to opt in nothing is that was not allowed last.
/// </summary>
public class RefusalTests
{
    private static readonly ConsentRegistry Changed = Registries.Build(options =>
    {
        Registries.Declare(options);
        Registries.Vendor(options, "heatmap", "analytics");
        Registries.Vendor(options, "pixel", "functional", VendorRole.ThirdParty);
    });

    private static readonly (ConsentChoice Choice, Func<ConsentVendor, bool?> Asks)[] Kinds =
    [
        (ConsentChoice.AcceptAll, _ => true),
        (ConsentChoice.RejectAll, _ => false),
        (ConsentChoice.OptOut, vendor => vendor.SaleOrShare || vendor.Category == "marketing" ? false : null),
        (ConsentChoice.Change("stats", true), vendor => vendor.Id == "stats" ? true : null),
        (ConsentChoice.Change("stats", false), vendor => vendor.Id == "stats" ? false : null),
        (ConsentChoice.Change("chat", true), vendor => vendor.Id == "chat" ? true : null),
        (ConsentChoice.Change("ads", true), vendor => vendor.Id == "ads" ? true : null),
        (ConsentChoice.Change("marketing", false), vendor => vendor.Category == "marketing" ? false : null),
        (ConsentChoice.Only("analytics"), vendor => vendor.Category == "analytics"),
    ];

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[-1, Kinds.Length - 1],
        OneOf(0, 1, 100, 181, 183, 367, 700, -1, -200),
        OneOf<string?>("DE", "US-CA", "CH", null),
        Gen.Bool,
        OneOf(AgeSignal.Unknown, AgeSignal.Unknown, AgeSignal.From13To15, AgeSignal.Under13),
        Gen.Bool,
        Gen.Bool,
        (kind, days, region, signal, age, external, changed) => new Step(kind, days, new()
        {
            Region = region,
            GlobalPrivacyControl = signal,
            Age = age,
        }, external, changed ? Changed : Registries.Site));

    [Fact]
    public void What_was_refused_is_never_granted_without_being_asked_for() => AnyStep.Array[1, 8].Sample(
        steps =>
        {
            ConsentDecision? decision = null;
            var now = Decisions.Now;
            var (refused, allowed) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            foreach (var step in steps)
            {
                now = now.AddDays(step.Days);
                var facts = step.Facts with { External = step.IsTold ? Elsewhere(decision, now) : null };
                var before = Decisions.Evaluate(decision, step.Registry, facts, now);
                Check(step, before, refused, allowed);
                if (step.Kind < 0)
                {
                    continue;
                }

                // Of a vendor that is not declared at a choice nothing is kept.
                refused.RemoveWhere(id => !step.Registry.TryGetVendor(id, out _));
                allowed.RemoveWhere(id => !step.Registry.TryGetVendor(id, out _));
                var (choice, asks) = Kinds[step.Kind];
                foreach (var vendor in step.Registry.Vendors.Where(vendor => vendor.Category != "necessary"))
                {
                    // What is locked is stored as refused.
                    if (asks(vendor) is { } granted)
                    {
                        var (to, from) = granted && !before[vendor.Id].Locked ? (allowed, refused) : (refused, allowed);
                        to.Add(vendor.Id);
                        from.Remove(vendor.Id);
                    }
                    else if (before[vendor.Id] is { Granted: true, Reason: ConsentReason.External })
                    {
                        // What is left alone stays as it was, and is this browser's from now on.
                        allowed.Add(vendor.Id);
                    }
                }

                decision = ConsentCookie.Parse(ConsentCookie.Format(Decisions.Decide(choice, step.Registry, decision, facts, now)));
                Check(step, Decisions.Evaluate(decision, step.Registry, facts, now), refused, allowed);
            }
        },
        iter: 20_000);

    private static void Check(Step step, ConsentState state, HashSet<string> refused, HashSet<string> allowed)
    {
        Assert.All(refused, id => Assert.False(state.IsGranted(id), id));
        if (!step.IsTold)
        {
            Assert.All(
                step.Registry.Categories.Where(category => Decisions.Rules.GetModel(step.Facts, category) == ConsentModel.OptIn).SelectMany(category => category.Vendors),
                vendor => Assert.True(!state.IsGranted(vendor.Id) || allowed.Contains(vendor.Id), vendor.Id));
        }
    }

    // Always older than what was decided here.
    private static ExternalConsent Elsewhere(ConsentDecision? decision, DateTimeOffset now) => new(
        (decision?.DecidedAt ?? now).AddHours(-1),
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["analytics"] = true, ["marketing"] = true, ["chat"] = true });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private sealed record Step(int Kind, int Days, ConsentFacts Facts, bool IsTold, ConsentRegistry Registry);
}
