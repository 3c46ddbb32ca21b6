using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>
/// Counts and logs the failures of the host's own sources (regions, decisions from elsewhere, age, restriction). Each failure is counted;
/// one a minute is logged for each source. The text of an exception may hold an address or a name, so only its type is logged, and the
/// whole of it in Development. Safe for concurrent use.
/// </summary>
internal sealed partial class SourceFailures(ConsentMetrics metrics, IHostEnvironment environment, TimeProvider clock, ILogger<SourceFailures> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<object, DateTimeOffset> _logged = new();

    /// <param name="source">What failed: <c>region</c>, <c>external</c>, <c>age</c> or <c>restricted</c>.</param>
    /// <param name="operation">What it was asked to do, or which of several sources it is.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="late">Whether it took longer than it may.</param>
    /// <param name="of">Which one it is, where there may be several of the name.</param>
    public void Report(string source, string operation, Exception exception, bool late = false, object? of = null)
    {
        metrics.SourceFailed(source, late ? "timeout" : "failed");
        if (IsDue(of ?? (source, operation)))
        {
            LogFailure(logger, source, operation, late ? "it took too long" : exception.GetType().FullName!, What(source, operation), environment.IsDevelopment() ? exception : null);
        }
    }

    /// <summary>Reports a decision that was not saved and is not tried again.</summary>
    public void Lost(string source, string operation)
    {
        metrics.SourceFailed(source, "lost");
        if (IsDue((source, "lost")))
        {
            LogLost(logger, source, operation);
        }
    }

    private bool IsDue(object key)
    {
        var now = clock.GetUtcNow();
        return _logged.TryGetValue(key, out var last)
            ? now - last >= Pause && _logged.TryUpdate(key, now, last)
            : _logged.TryAdd(key, now);
    }

    private static string What(string source, string operation) => (source, operation) switch
    {
        ("region", _) => "The next resolver is asked. Without an answer the region is unknown and the strictest rules apply. Earlier decisions still count.",
        ("external", "save") => "The decision counts in this browser, but not for the account. With options.ExternalSaveRetries it is tried again.",
        ("external", _) => "Only this browser's decision counts, and everything that would run by default stays off.",
        _ => "Everything optional is locked until it answers again.",
    };

    [LoggerMessage(ServerLogEvents.SourceFailed, LogLevel.Error, "The source '{Source}' ({Operation}) failed: {Problem}. {What} This is logged once a minute at most; the meter Innovexus.Consent counts every failure.")]
    private static partial void LogFailure(ILogger logger, string source, string operation, string problem, string what, Exception? exception);

    [LoggerMessage(ServerLogEvents.DecisionLost, LogLevel.Error, "The source '{Source}' ({Operation}) lost a decision. Either too many attempts failed, too many decisions were waiting, or the decision changes part of one that could not be read. It counts only in the visitor's browser.")]
    private static partial void LogLost(ILogger logger, string source, string operation);
}
