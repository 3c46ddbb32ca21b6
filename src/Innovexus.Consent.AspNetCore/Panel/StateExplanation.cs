using System.Globalization;

namespace Innovexus.Consent;

/// <summary>Says what a visitor's state is and what it follows from, to a developer.</summary>
internal static class StateExplanation
{
    public static IReadOnlyList<PanelFact> Facts(ConsentFeature consent)
    {
        var (state, facts, decision) = (consent.State, consent.Facts, consent.Known.Decision);
        var pretence = consent.Context.Features.Get<Pretence>();
        List<PanelFact> all =
        [
            new("Region", facts.Region ?? "unknown", Region(consent, pretence)),
            new("Models", Models(consent), consent.Host.Rules.StrictestEverywhere ? "StrictestEverywhere is on." : "By the table of regions, with the site's own departures from it."),
            new("Signal", facts.GlobalPrivacyControl ? "Global Privacy Control" : SignalLock.IsMarked(decision) ? "Global Privacy Control, as scripts see it" : "none", Signal(consent, pretence)),
            new("Age", facts.Age.ToString(), pretence?.Age is not null ? "Pretended on this panel." : consent.Host.Options.Age is null ? "The site tells no ages (options.Age)." : "The site says so (options.Age)."),
            new("Restriction", facts.Restricted ? "everything optional is locked" : "none", consent.Host.Options.Restricted is null ? "The site names no restriction (options.Restricted)." : "The site says so (options.Restricted)."),
            Decision(state, decision),
            Fingerprints(consent),
        ];
        if (consent.Host.HasExternalSource)
        {
            all.Add(new("Decision elsewhere", Elsewhere(facts.External), $"Where both decided, {consent.Host.Rules.ExternalPrecedence} counts."));
        }

        all.Add(new("Shown", state.Prompt switch { ConsentPrompt.Banner => "the banner", ConsentPrompt.Notice => "a notice", _ => "nothing" }, state.Prompt switch
        {
            ConsentPrompt.Banner => "Something waits for consent.",
            ConsentPrompt.Notice => "Something runs until the visitor objects.",
            _ when state.Optional.Count == 0 => "Nothing is optional here.",
            _ => "Everything optional is decided, or needs no question in this region.",
        }));
        return all;
    }

    public static IReadOnlyList<PanelVerdict> Verdicts(ConsentFeature consent) =>
    [
        .. consent.Registry.Categories.SelectMany(category => category.Vendors
            .Select(vendor => Of(consent, vendor.Id, category, isCategory: false))
            .Prepend(Of(consent, category.Id, category, isCategory: true))),
    ];

    public static IReadOnlyList<PanelCategory> Categories(ConsentFeature consent)
    {
        var choices = consent.Known.Decision?.Choices;
        return
        [
            .. consent.Registry.Shown.Where(category => !category.IsNecessary).Select(category => new PanelCategory(
                category.Id,
                category.Fingerprint,
                choices?.GetValueOrDefault(category.Id).Fingerprint,
                category.Vendors.ToDictionary(vendor => vendor.Id, CategoryFingerprint.Material))),
        ];
    }

    private static PanelVerdict Of(ConsentFeature consent, string id, ConsentCategory category, bool isCategory)
    {
        var verdict = consent.State[id];
        return new(id, isCategory, verdict.Granted, verdict.Locked, verdict.Reason.ToString(), Why(consent, verdict, category));
    }

    private static string Why(ConsentFeature consent, ConsentVerdict verdict, ConsentCategory category) => verdict.Reason switch
    {
        ConsentReason.NotDecided when category.Vendors.Count == 0 => "It has no vendor, so it is neither shown nor asked.",
        ConsentReason.NotDecided => $"The visitor has not decided, and the model is {consent.Host.Rules.GetModel(consent.Facts, category)}.",
        ConsentReason.Given => $"The visitor allowed it {At(consent.State.DecidedAt)}.",
        ConsentReason.Refused => "The visitor refused it.",
        ConsentReason.Expired => $"The decision is older than {Days(consent.Host.Rules.GetLifetime(consent.Facts.Region))}.",
        ConsentReason.Changed => $"The decision was made about {consent.Known.Decision?.Choices.GetValueOrDefault(category.Id).Fingerprint ?? "nothing that is told"}; the declarations are {category.Fingerprint} now.",
        ConsentReason.Signal => "Global Privacy Control locks whatever is sold or shared (SaleOrShare).",
        ConsentReason.Age => "The visitor is under 13.",
        ConsentReason.Restricted => "The visitor has restricted everything, or the site has not answered yet.",
        ConsentReason.External => "By the decision from elsewhere, or because it could not be read.",
        ConsentReason.Default => $"Nobody has refused it, and the model is {consent.Host.Rules.GetModel(consent.Facts, category)}.",
        ConsentReason.Exempt => category.IsNecessary ? "It is necessary." : "This region asks nothing for it.",
        _ => "No such id is declared.",
    };

    private static string Region(ConsentFeature consent, Pretence? pretence)
    {
        var asked = consent.ResolversAsked;
        return pretence?.Region is not null ? "Pretended on this panel."
            : consent.Facts.Region is not null && asked.Length > 0 ? $"{Name(asked[^1])} says so."
            : asked.Length > 0 ? $"Asked in vain: {string.Join(", ", asked.ToArray().Select(Name))}. The strictest rules apply."
            : "No resolver is set up (AddRegionHeader, AddRegionResolver), so the strictest rules apply.";
    }

    private static string Name(IRegionResolver resolver) =>
        resolver.Headers.Count > 0 ? $"The header {string.Join(", ", resolver.Headers)}" : resolver.GetType().Name;

    private static string Signal(ConsentFeature consent, Pretence? pretence)
    {
        var locked = consent.Registry.Vendors.Where(vendor => vendor.SaleOrShare).Select(vendor => vendor.Id).ToArray();
        return consent.Facts.SignalOverridden ? "The visitor has set it aside for this site."
            : pretence?.Signal == true ? $"Pretended on this panel. {Effect("locks")}"
            : consent.Known.Input.IsSignalled ? Effect("locks")
            : $"Neither the request nor a script sends one. {Effect("would lock")}";

        string Effect(string verb) => locked.Length == 0
            ? $"Nothing here is sold or shared, so it {verb} nothing."
            : $"It {verb} {string.Join(", ", locked)}.";
    }

    private static string Models(ConsentFeature consent) => string.Join(", ", consent.Registry.Shown.Where(category => !category.IsNecessary)
        .GroupBy(category => consent.Host.Rules.GetModel(consent.Facts, category)).Select(group => $"{group.Key}: {string.Join(" ", group.Select(category => category.Id))}"));

    private static PanelFact Decision(ConsentState state, ConsentDecision? decision) => new(
        "Decision",
        decision is null ? "none" : $"made {At(decision.DecidedAt)}",
        decision is null ? "The request brought no decision cookie that can be read."
            : state.ExpiresAt is { } end ? $"It counts until {At(end)}." : "It does not count any more, or not yet; objections in it still do.");

    private static PanelFact Fingerprints(ConsentFeature consent)
    {
        var categories = Categories(consent);
        var changed = categories.Where(category => category.Decided is { } decided && decided != category.Fingerprint).Select(category => $"{category.Id} about {category.Decided}").ToArray();
        return new(
            "Declarations",
            string.Join(", ", categories.Select(category => $"{category.Id} {category.Fingerprint}")),
            changed.Length > 0 ? $"The decision was made about others: {string.Join(", ", changed)}."
                : categories.Any(category => category.Decided is not null) ? "The decision was made about the same." : "Nothing was decided about them.");
    }

    private static string Elsewhere(ExternalConsent? external) =>
        external is null ? "none" : external == ExternalConsent.Unreadable ? "could not be read" : $"made {At(external.DecidedAt)}";

    private static string At(DateTimeOffset? time) => time is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "elsewhere";

    private static string Days(TimeSpan time) => $"{time.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)} days";
}
