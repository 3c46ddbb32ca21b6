namespace Innovexus.Consent;

/// <summary>The ids of what the server package logs. No other package has one of them, and none changes its meaning.</summary>
internal static class ServerLogEvents
{
    public const int SchemeNotForwarded = 3;
    public const int CookieDomainNotOfHost = 4;
    public const int RuleBroken = 6;
    public const int CookieUndeclared = 7;
    public const int UndeclaredCookieDropped = 8;
    public const int CookieDropped = 9;
    public const int PolicyViolation = 10;
    public const int InsideCacheElement = 11;
    public const int CookiePolicyOfItsOwn = 12;
    public const int CookieRefused = 13;
    public const int SeveralPaths = 14;
    public const int OutputCacheProvider = 15;
    public const int AskedTooEarly = 16;
    public const int PageMistake = 17;
    public const int SourceFailed = 20;
    public const int DecisionLost = 21;
    public const int AskedByAnAnswer = 27;
    public const int Pretending = 29;
}
