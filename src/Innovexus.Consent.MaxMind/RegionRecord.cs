using MaxMind.Db;

namespace Innovexus.Consent;

/// <summary>The part of a record that matters: the codes of the country and of its part. Names are skipped.</summary>
internal sealed record RegionRecord
{
    /// <summary>Where the address is.</summary>
    [MapKey("country")]
    public Place? Country { get; init; }

    /// <summary>The parts of the country that it is in, the largest first.</summary>
    [MapKey("subdivisions")]
    public IReadOnlyList<Place>? Parts { get; init; }

    /// <summary>An ISO 3166 code, such as <c>DE</c> or <c>US-CA</c>.</summary>
    public string? Code => Country?.Code is not { } country ? null : Parts is [{ Code: { } part }, ..] ? $"{country}-{part}" : country;

    /// <summary>A country, or a part of one.</summary>
    internal sealed record Place
    {
        /// <summary>Its code.</summary>
        [MapKey("iso_code")]
        public string? Code { get; init; }
    }
}
