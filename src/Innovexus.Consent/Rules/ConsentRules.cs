namespace Innovexus.Consent;

/// <summary>
/// Which model applies to a category in a region, and how long a decision lasts. Immutable and safe to share between threads.
/// The defaults come from the library's table, which is not legal advice. An unknown region has the strictest.
/// </summary>
public sealed class ConsentRules
{
    /// <summary>182 days: six months, as CNIL recommends for refusals and grants alike (recommendation 2020-092).</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(182);

    /// <summary>395 days: thirteen months, the longest that supervisory authorities and the IAB framework accept.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(395);

    /// <summary>Makes the rules of the table.</summary>
    internal ConsentRules()
        : this(null)
    {
    }

    /// <summary>Makes rules with a lifetime of the site's own.</summary>
    /// <param name="lifetime">How long a decision lasts; <see langword="null"/> for <see cref="DefaultLifetime"/>.</param>
    internal ConsentRules(TimeSpan? lifetime) => Lifetime = lifetime ?? DefaultLifetime;

    /// <summary>Makes rules that depart from the table.</summary>
    /// <param name="lifetime">How long a decision lasts; <see langword="null"/> for <see cref="DefaultLifetime"/>.</param>
    /// <param name="options">Where the site departs from the table. Later changes to these options have no effect.</param>
    internal ConsentRules(TimeSpan? lifetime, ConsentRulesOptions options)
        : this(lifetime)
    {
        ArgumentNullException.ThrowIfNull(options);
        Models = new(options.Models);
        Lifetimes = new(options.Lifetimes);
        StrictestEverywhere = options.StrictestEverywhere;
        OptInUnder18 = options.OptInUnder18;
        ExternalPrecedence = options.ExternalPrecedence;
    }

    /// <summary>How long a decision, grant or refusal, lasts where no region says otherwise.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>Which decision counts where this browser's and one from elsewhere contradict each other.</summary>
    public ConsentPrecedence ExternalPrecedence { get; }

    /// <summary>The cells in which the site departs from the table.</summary>
    internal Dictionary<(string Region, string Category), ConsentModel>? Models { get; }

    /// <summary>The regions in which a decision lasts otherwise.</summary>
    internal Dictionary<string, TimeSpan>? Lifetimes { get; }

    internal bool StrictestEverywhere { get; }

    internal bool OptInUnder18 { get; }

    /// <summary>How long a decision lasts in a region.</summary>
    /// <param name="region">An ISO 3166 code such as <c>DE</c> or <c>US-CA</c>; <see langword="null"/> if unknown.</param>
    public TimeSpan GetLifetime(string? region)
    {
        if (Lifetimes is not { Count: > 0 })
        {
            return Lifetime;
        }

        var (code, country) = RegionCode.Parse(region);
        return code is not null && (Lifetimes.TryGetValue(code, out var lifetime) || Lifetimes.TryGetValue(country!, out lifetime)) ? lifetime : Lifetime;
    }

    /// <summary>The model of a category.</summary>
    /// <param name="region">An ISO 3166 code such as <c>DE</c> or <c>US-CA</c>; <see langword="null"/> if unknown.</param>
    /// <param name="category">The category.</param>
    public ConsentModel GetModel(string? region, ConsentCategory category)
    {
        ArgumentNullException.ThrowIfNull(category);
        if (category.IsNecessary)
        {
            return ConsentModel.Exempt;
        }

        if (Models is { Count: > 0 })
        {
            var (code, country) = RegionCode.Parse(region);
            if (code is not null && (Models.TryGetValue((code, category.Id), out var model) || Models.TryGetValue((country!, category.Id), out model)))
            {
                return model;
            }
        }

        return StrictestEverywhere ? ConsentModel.OptIn : RegionTable.Of(region).Of(category.Id);
    }

    /// <summary>The model of a category for one visitor. The young have to opt in to everything that can be refused.</summary>
    internal ConsentModel GetModel(ConsentFacts facts, ConsentCategory category)
    {
        var model = GetModel(facts.Region, category);
        var young = facts.Age is AgeSignal.Under13 or AgeSignal.From13To15 || (facts.Age == AgeSignal.From16To17 && OptInUnder18);
        return young && !category.IsNecessary ? ConsentModel.OptIn : model;
    }
}
