namespace Innovexus.Consent;

/// <summary>A vendor that something may belong to.</summary>
/// <param name="Id">Its id in the catalogue.</param>
/// <param name="Name">The name that visitors know.</param>
/// <param name="Category">The id of its category.</param>
/// <param name="Purpose">What it is used for.</param>
/// <param name="Role">What it usually is to a site.</param>
/// <param name="Pattern">The declaration that matches.</param>
/// <param name="ItemPurpose">What the stored item is for; nothing for an address.</param>
internal sealed record VendorHint(string Id, string Name, string Category, string Purpose, VendorRole Role, string Pattern, string? ItemPurpose);
