namespace Innovexus.Consent;

/// <summary>Turns a choice into the decision to keep. Pure, and the only place where decisions are made.</summary>
internal static class ChoiceResolver
{
    /// <summary>The decision that a choice makes, where nobody has evaluated yet.</summary>
    public static ConsentDecision Decide(in ConsentInput input, ConsentChoice choice) => Decide(input, ConsentEvaluator.Evaluate(input), choice);

    /// <param name="input">What counts now, before the choice.</param>
    /// <param name="state">The state that follows from it.</param>
    /// <param name="choice">What the visitor asks for.</param>
    public static ConsentDecision Decide(in ConsentInput input, ConsentState state, ConsentChoice choice)
    {
        var (registry, rules, facts, now) = (input.Registry, input.Rules, input.Facts, input.Now);
        // What is left alone stays as it counts now, be it because of a decision from elsewhere: the new one is newer than both.
        var counts = new StandingChoices(input);
        var standing = counts.Here;
        var choices = new Dictionary<string, DecidedChoice>(StringComparer.Ordinal);
        var objections = choice.Objects ? counts.Objections | choice.About : counts.Objections & ~choice.About;
        if (choice.Others == true && !registry.Vendors.Any(vendor => vendor.IsIn(objections) && state[vendor.Id].Locked))
        {
            objections = OptOuts.None;
        }

        // An account that cannot be read may have objected as a whole, and what is saved there replaces it.
        if (choice.Others == false && facts.External == ExternalConsent.Unreadable)
        {
            objections |= (Refuses(registry, choice, OptOuts.Sale) ? OptOuts.Sale : OptOuts.None)
                | (Refuses(registry, choice, OptOuts.Sensitive) ? OptOuts.Sensitive : OptOuts.None);
        }

        foreach (var category in registry.Categories.Where(category => category.Vendors.Count > 0))
        {
            var model = rules.GetModel(facts, category);
            if (model == ConsentModel.Exempt)
            {
                // Nothing to decide here; where there is, an earlier refusal still counts.
                Carry(category, standing, choices, refusalsOnly: true);
                continue;
            }

            // A category carries its vendors along; only one that is left alone lets their own earlier choices stand.
            var asked = Asked(choice, category.Id) ?? choice.OfAbout(category.IsIn(choice.About));
            var granted = Locked(state, category.Id, asked ?? counts.Kept(category, model));
            if (granted is { } value)
            {
                choices[category.Id] = new(value, category.Fingerprint);
            }

            foreach (var vendor in category.Vendors)
            {
                var covered = vendor.IsIn(objections);
                var own = choice.Named.TryGetValue(vendor.Id, out var named) ? named
                    : choice.OfAbout(vendor.IsIn(choice.About)) ?? asked ?? counts.Kept(vendor, category, model)
                        // One of its own that no longer counts does not become its category's: it was made because it differs.
                        ?? (covered || (standing.Of(vendor, category, model) is not null && granted == true) ? false : granted);
                if (Locked(state, vendor.Id, own) is { } ownValue && ownValue != (covered ? false : granted))
                {
                    choices[vendor.Id] = new(ownValue, granted is null ? category.Fingerprint : null);
                }
            }

            if (granted is null)
            {
                Carry(category, standing, choices, refusalsOnly: standing.Expired);
            }
        }

        // Milliseconds are what the cookie holds.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return new(at, ConsentCookie.Holds(at, choices) ? choices : Narrowed(registry, choices), (standing.OptOuts & OptOuts.Signal) | objections);
    }

    // Who grants all that there is of a kind does not object to it; who grants nothing objects also to what is declared later.
    private static bool Refuses(ConsentRegistry registry, ConsentChoice choice, OptOuts about) =>
        !choice.Named.Values.Contains(true)
        || registry.Vendors.Any(vendor => vendor.IsIn(about) && !(choice.Named.TryGetValue(vendor.Id, out var named) ? named : Asked(choice, vendor.Category) == true));

    // More vendors were decided one by one than the cookie holds. Nothing may be granted that was not, and nothing that was refused may
    // be forgotten: what differs from its category's grant is refused with all the rest of it, and so is a category that is not decided
    // itself, of which a vendor was refused; single grants go.
    private static Dictionary<string, DecidedChoice> Narrowed(ConsentRegistry registry, Dictionary<string, DecidedChoice> choices)
    {
        var narrowed = new Dictionary<string, DecidedChoice>(StringComparer.Ordinal);
        foreach (var category in registry.Categories.Where(category => category.Vendors.Count > 0))
        {
            if (category.Vendors.Any(vendor => choices.TryGetValue(vendor.Id, out var other) && !other.Granted))
            {
                narrowed[category.Id] = new(false, category.Fingerprint);
            }
            else if (choices.TryGetValue(category.Id, out var own))
            {
                narrowed[category.Id] = own;
            }
        }

        return narrowed;
    }

    // What does not count now, and was not asked for, stays as it is where it can do no harm: it is no decision, but that it was refused,
    // or has changed since, is known. Nothing comes to count again by that: what could gets a fingerprint that its category does not have.
    private static void Carry(ConsentCategory category, in StandingDecision standing, Dictionary<string, DecidedChoice> choices, bool refusalsOnly)
    {
        var ofCategory = standing.Entry(category.Id)?.Fingerprint;
        foreach (var id in category.Vendors.Select(vendor => vendor.Id).Prepend(category.Id))
        {
            if (standing.Entry(id) is not { } entry || choices.ContainsKey(id) || (entry.Fingerprint ?? ofCategory) is not { } fingerprint)
            {
                continue;
            }

            var same = fingerprint == category.Fingerprint;
            if (!entry.Granted)
            {
                choices[id] = entry with { Fingerprint = same && !standing.Counts ? Other(fingerprint) : fingerprint };
            }
            else if (!refusalsOnly && !same)
            {
                choices[id] = entry with { Fingerprint = Other(category.Fingerprint) };
            }
        }
    }

    private static string Other(string fingerprint) => (fingerprint[0] == 'Z' ? 'A' : (char)(fingerprint[0] + 1)) + fingerprint[1..];

    private static bool? Asked(ConsentChoice choice, string id) => choice.Named.TryGetValue(id, out var named) ? named : choice.Others;

    // What is locked at this moment is stored as refused: lifting the lock later must not turn it on by itself.
    private static bool? Locked(ConsentState state, string id, bool? granted) => granted is true && state[id].Locked ? false : granted;
}
