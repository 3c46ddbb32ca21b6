using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>
/// The leaks seen since the start of a Development server, each once with how often it was seen, in memory; shown at <c>/_ic/leaks</c>. Bounded,
/// since anybody can send reports: what comes when it is full is counted only. Safe for concurrent use.
/// </summary>
internal sealed partial class LeakLog(IHostEnvironment environment, ILogger<LeakLog> logger)
{
    public const int MostEntries = 256;
    private const int LongestText = 200;

    private readonly ConcurrentDictionary<Leak, int> _leaks = new();
    private int _others;

    /// <summary>Whether anybody can look at them: in Development. Elsewhere they are only counted (<see cref="ConsentMetrics"/>).</summary>
    public bool IsShown { get; } = environment.IsDevelopment();

    /// <summary>How many came when it was full.</summary>
    public int Others => _others;

    public IReadOnlyList<(Leak Leak, int Count)> Read() =>
        [.. _leaks.Select(entry => (entry.Key, entry.Value)).OrderBy(entry => entry.Key.Subject, StringComparer.Ordinal).ThenBy(entry => entry.Key.Page, StringComparer.Ordinal)];

    public void AddCookie(HttpContext context, string name, ConsentVerdict? verdict, bool dropped)
    {
        var page = context.Request.Path.Value ?? "/";
        var subject = verdict is { } known ? $"{known.Id}: {name}" : $"undeclared: {name}";
        if (!Add(new(subject, "cookie", dropped ? "dropped" : "sent", page, context.GetEndpoint()?.DisplayName)))
        {
            return;
        }

        if (verdict is { } denied)
        {
            LogDenied(logger, name, denied.Id, page, denied.Reason);
        }
        else if (dropped)
        {
            LogDropped(logger, name, page);
        }
        else
        {
            LogUndeclared(logger, name, page);
        }
    }

    /// <summary>Counts a leak.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(Leak leak)
    {
        leak = leak with { Subject = Cut(leak.Subject)!, Page = Cut(leak.Page)!, Source = Cut(leak.Source) };
        while (_leaks.TryGetValue(leak, out var count))
        {
            if (_leaks.TryUpdate(leak, count + 1, count))
            {
                return false;
            }
        }

        if (_leaks.Count < MostEntries)
        {
            return _leaks.TryAdd(leak, 1);
        }

        Interlocked.Increment(ref _others);
        return false;
    }

    private static string? Cut(string? text) => text?.Length > LongestText ? $"{text[..LongestText]}…" : text;

    [LoggerMessage(ServerLogEvents.CookieUndeclared, LogLevel.Warning, "The cookie '{Cookie}', set at {Page}, is not declared. Declare it for its vendor in AddConsent or in the Consent section. For ASP.NET Core's own cookies, use AddFrameworkCookies().")]
    private static partial void LogUndeclared(ILogger logger, string cookie, string page);

    [LoggerMessage(ServerLogEvents.UndeclaredCookieDropped, LogLevel.Warning, "The cookie '{Cookie}', set at {Page}, is not declared, so it was not sent (DropUndeclaredCookies). Declare it for its vendor in AddConsent or in the Consent section. For ASP.NET Core's own cookies, use AddFrameworkCookies(). Or mark it as essential (CookieOptions.IsEssential).")]
    private static partial void LogDropped(ILogger logger, string cookie, string page);

    [LoggerMessage(ServerLogEvents.CookieDropped, LogLevel.Information, "The cookie '{Cookie}' of '{Vendor}', set at {Page}, was not sent: {Reason}.")]
    private static partial void LogDenied(ILogger logger, string cookie, string vendor, string page, ConsentReason reason);
}
