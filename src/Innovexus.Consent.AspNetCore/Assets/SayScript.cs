namespace Innovexus.Consent;

/// <summary>What says to vendors first what they must hear, as it stands in pages.</summary>
internal static class SayScript
{
    public static string Text { get; } = EmbeddedFile.Read("ic-say.js");
}
