namespace Innovexus.Consent;

/// <summary>What stands for a part of an event in the arguments of a <see cref="VendorCall"/>.</summary>
internal static class EventValues
{
    public const string Marker = "$event";

    public static string[] OfPage { get; } = ["url", "title", "referrer"];

    public static string[] OfEvent { get; } = ["name", "parameters", .. OfPage];
}
