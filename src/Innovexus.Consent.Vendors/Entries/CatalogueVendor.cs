namespace Innovexus.Consent;

/// <summary>A vendor that the site adds from the catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Values">What its scripts need to know; empty where the site writes them itself.</param>
internal sealed record CatalogueVendor(string Id, IReadOnlyDictionary<string, string> Values);
