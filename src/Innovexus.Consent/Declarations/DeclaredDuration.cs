namespace Innovexus.Consent;

/// <summary>How long a declared item stays, in words.</summary>
internal static class DeclaredDuration
{
    public static string Text(CookieDeclaration declaration, ConsentTexts texts) => declaration.Duration switch
    {
        null when declaration.Kind is StorageKind.Cookie or StorageKind.SessionStorage => texts.UntilClosed,
        null => texts.UntilDeleted,
        { TotalDays: >= 1 } duration => ConsentTexts.Count((int)Math.Round(duration.TotalDays), "Day"),
        { TotalHours: >= 1 } duration => ConsentTexts.Count((int)Math.Round(duration.TotalHours), "Hour"),
        { } duration => ConsentTexts.Count(Math.Max(1, (int)Math.Round(duration.TotalMinutes)), "Minute"),
    };
}
