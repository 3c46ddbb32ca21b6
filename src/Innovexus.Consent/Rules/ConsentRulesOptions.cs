namespace Innovexus.Consent;

/// <summary>
/// Where a site departs from the library's table of rules, which is not legal advice: single cells, lifetimes, or the strictest everywhere.
/// Read once at start-up; not safe for concurrent use.
/// </summary>
public sealed class ConsentRulesOptions
{
    /// <summary>Whether every region is opt-in, except where <see cref="SetModel"/> says otherwise.</summary>
    public bool StrictestEverywhere { get; set; }

    /// <summary>Whether visitors from 16 to 17 have to opt in, also where adults have to opt out.</summary>
    public bool OptInUnder18 { get; set; }

    /// <summary>Whether the older signal Do Not Track (<c>DNT: 1</c>) counts as Global Privacy Control does. No law asks for it.</summary>
    public bool HonorDoNotTrack { get; set; }

    /// <summary>
    /// Which decision counts if that of this browser and one from elsewhere, such as an account's, contradict each other.
    /// </summary>
    /// <value>The default is <see cref="ConsentPrecedence.Newest"/>.</value>
    public ConsentPrecedence ExternalPrecedence { get; set; }

    internal Dictionary<(string Region, string Category), ConsentModel> Models { get; } = [];

    internal Dictionary<string, TimeSpan> Lifetimes { get; } = new(StringComparer.Ordinal);

    internal List<string> UnknownRegions { get; } = [];

    /// <summary>Sets the model of a category in a region, a country or a part of one. The more specific region wins.</summary>
    /// <param name="region">An ISO 3166 code such as <c>GB</c> or <c>US-CA</c>. <c>EU</c> is not one: name its countries.</param>
    /// <param name="category">The category's id.</param>
    /// <param name="model">The model.</param>
    public ConsentRulesOptions SetModel(string region, string category, ConsentModel model)
    {
        ArgumentNullException.ThrowIfNull(category);
        if (Known(region) is { } code)
        {
            Models[(code, category)] = model;
        }

        return this;
    }

    /// <summary>Sets how long a decision lasts in a region.</summary>
    /// <param name="region">An ISO 3166 code.</param>
    /// <param name="lifetime">A day to 395 days.</param>
    public ConsentRulesOptions SetLifetime(string region, TimeSpan lifetime)
    {
        if (Known(region) is { } code)
        {
            Lifetimes[code] = lifetime;
        }

        return this;
    }

    // A wrong region is reported with all other problems at start-up.
    private string? Known(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        var code = RegionCode.Normalize(region);
        if (code is null)
        {
            UnknownRegions.Add(region);
        }

        return code;
    }
}
