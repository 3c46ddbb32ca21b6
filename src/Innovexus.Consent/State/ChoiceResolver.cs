namespace Innovexus.Consent;

/// <summary>Turns a choice into the decision to keep. Pure, and the only place where decisions are made.</summary>
internal static class ChoiceResolver
{
    public static ConsentDecision Decide(
        ConsentRegistry registry,
        ConsentRules rules,
        ConsentFacts facts,
        ConsentDecision? current,
        ConsentChoice choice,
        DateTimeOffset now)
    {
        var standing = new StandingDecision(current, rules.GetLifetime(facts.Region), now);
        var state = ConsentEvaluator.Evaluate(registry, rules, facts, current, now);
        var choices = new Dictionary<string, DecidedChoice>(StringComparer.Ordinal);
        var objections = choice.Objects ? standing.Objections | choice.About : standing.Objections & ~choice.About;
        if (choice.Others == true)
        {
            objections = OptOuts.None;
        }


        foreach (var category in registry.Categories)
        {
            var model = rules.GetModel(facts, category);
            if (category.Vendors.Count == 0 || model == ConsentModel.Exempt)
            {
                continue;
            }

            // A category carries its vendors along; only one that is left alone lets their own earlier choices stand.
            var asked = Asked(choice, category.Id) ?? choice.OfAbout(category.IsIn(choice.About));
            var granted = Locked(state, category.Id, asked ?? Kept(standing.Of(category, model)));
            if (granted is { } value)
            {
                choices[category.Id] = new(value, category.Fingerprint);
            }

            foreach (var vendor in category.Vendors)
            {
                var covered = vendor.IsIn(objections);
                var own = choice.Named.TryGetValue(vendor.Id, out var named) ? named
                    : choice.OfAbout(vendor.IsIn(choice.About)) ?? asked ?? Kept(standing.Of(vendor, category, model)) ?? (covered ? false : granted);
                if (Locked(state, vendor.Id, own) is { } ownValue && ownValue != (covered ? false : granted))
                {
                    choices[vendor.Id] = new(ownValue, granted is null ? category.Fingerprint : null);
                }
            }
        }

        // Milliseconds are what the cookie holds.
        return new(
            DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            choices,
            (standing.OptOuts & OptOuts.Signal) | objections);
    }

    private static bool? Asked(ConsentChoice choice, string id) => choice.Named.TryGetValue(id, out var named) ? named : choice.Others;

    private static bool? Kept(ConsentReason? reason) => reason switch
    {
        ConsentReason.Given => true,
        ConsentReason.Refused => false,
        _ => null,
    };

    // What is locked at this moment is stored as refused: lifting the lock later must not turn it on by itself.
    private static bool? Locked(ConsentState state, string id, bool? granted) => granted is true && state[id].Locked ? false : granted;
}
