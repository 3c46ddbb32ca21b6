using System.Diagnostics.CodeAnalysis;

namespace Innovexus.Consent;

/// <summary>
/// Which model applies to a category in a region, and how long a decision lasts. Immutable and safe to share between threads.
/// Every region is opt-in: the strictest rule, and so the right one for a region that is not known.
/// </summary>
public sealed class ConsentRules
{
    /// <summary>182 days: six months, as CNIL recommends for refusals and grants alike (recommendation 2020-092).</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(182);

    /// <summary>395 days: thirteen months, the longest that supervisory authorities and the IAB framework accept.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(395);

    /// <summary>Makes rules with a lifetime of the site's own.</summary>
    /// <param name="lifetime">How long a decision lasts; <see langword="null"/> for <see cref="DefaultLifetime"/>.</param>
    public ConsentRules(TimeSpan? lifetime = null) => Lifetime = lifetime ?? DefaultLifetime;

    /// <summary>How long a decision, grant or refusal, lasts.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>The model of a category.</summary>
    /// <param name="region">An ISO 3166 code such as <c>DE</c> or <c>US-CA</c>; <see langword="null"/> if unknown.</param>
    /// <param name="category">The category.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Rules are data of an instance; that all regions agree so far is not part of the contract.")]
    public ConsentModel GetModel(string? region, ConsentCategory category)
    {
        ArgumentNullException.ThrowIfNull(category);
        return category.IsNecessary ? ConsentModel.Exempt : ConsentModel.OptIn;
    }
}
