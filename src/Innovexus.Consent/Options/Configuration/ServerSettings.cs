namespace Innovexus.Consent;

/// <summary>The settings of a section that only a server can honour.</summary>
internal static class ServerSettings
{
    /// <summary>Their keys, which the server package reads.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "AllowedOrigins", "CacheablePages", "ChoicesFollowAccount", "ContentSecurity", "DebugScripts", "DropUndeclaredCookies", "ExternalSaveRetries", "SourceTimeout",
        "GlobalPrivacyControlStatement", "RateLimiterPolicy", "Strict",
    ];

    /// <summary>What is wrong with one of them where there is no server.</summary>
    public static string Problem(string name) =>
        $"Only a server can honour '{name}', and this application has none. Remove the setting here; on a server, AddConsent reads it.";
}
