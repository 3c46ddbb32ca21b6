namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>Something that lies in the browser.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; the path of its scope for a service worker.</param>
/// <param name="Days">How long a cookie stays; <see langword="null"/> until the browser is closed, and for all else.</param>
/// <param name="Domain">A cookie's domain, else nothing.</param>
internal sealed record Stored(StorageKind Kind, string Name, double? Days = null, string Domain = "")
{
    public override string ToString() => $"{Kind} {Name}{(Domain.Length > 0 ? $" on {Domain}" : "")}";
}
