using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// Asks the host's source of decisions from elsewhere, and has it save. Whatever the source does, nothing is thrown here, and nobody waits
/// longer than the site allows. Safe for concurrent use.
/// </summary>
internal sealed class ExternalSource(
    IServiceScopeFactory scopes, IOptions<ConsentServerOptions> options, TimeProvider clock, SourceFailures failures) : IHostedService, IDisposable
{
    /// <summary>What it is called where it fails.</summary>
    public const string Name = "external";

    private const int MostWaiting = 256;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Task, bool> _retries = [];
    private readonly CancellationTokenSource _stopping = new();
    private int _waiting;

    private TimeSpan Timeout => options.Value.SourceTimeout;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Saves that wait for their next attempt are tried once more at once.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_retries.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>What the source knows of a visitor.</summary>
    public async Task<ExternalConsent?> ReadAsync(HttpContext context)
    {
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            // If the source does not stop when it is cancelled, nobody waits for it.
            return await ReadInScopeAsync(context, either.Token).Observed().WaitAsync(either.Token);
        }
        // No failure of the source may keep the visitor from the page.
        catch (Exception exception)
        {
            if (!context.RequestAborted.IsCancellationRequested)
            {
                failures.Report(Name, Reading, exception, late: exception is OperationCanceledException && timeout.IsCancellationRequested);
            }

            return ExternalConsent.Unreadable;
        }
    }

    /// <summary>Has a decision saved; where that fails, later again, if the site wants it.</summary>
    public async Task SaveAsync(ExternalConsentSave save)
    {
        if (await TrySaveAsync(save) || options.Value.ExternalSaveRetries == 0)
        {
            return;
        }

        if (Interlocked.Increment(ref _waiting) > MostWaiting || _stopping.IsCancellationRequested)
        {
            Interlocked.Decrement(ref _waiting);
            failures.Lost(Name, Saving);
            return;
        }

        // The request, its scope and its asynchronous context end before the retries do.
        using (ExecutionContext.SuppressFlow())
        {
            var retry = Task.Run(() => RetryAsync(save));
            _retries[retry] = true;
            _ = retry.ContinueWith(ended => _retries.TryRemove(ended, out _), TaskScheduler.Default);
        }
    }

    /// <summary>A decision is not saved, since it is part of one that could not be read.</summary>
    public void Lose() => failures.Lost(Name, Saving);

    private const string Reading = "read";
    private const string Saving = "save";

    private async Task RetryAsync(ExternalConsentSave save)
    {
        try
        {
            var pause = TimeSpan.FromSeconds(1);
            for (var left = options.Value.ExternalSaveRetries; left > 0; left--)
            {
                await Task.Delay(pause, clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (await TrySaveAsync(save))
                {
                    return;
                }

                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                left = _stopping.IsCancellationRequested ? 0 : left;
            }

            failures.Lost(Name, Saving);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<bool> TrySaveAsync(ExternalConsentSave save)
    {
        using var timeout = new CancellationTokenSource(Timeout, clock);
        try
        {
            await SaveInScopeAsync(save, timeout.Token).Observed().WaitAsync(timeout.Token);
            return true;
        }
        catch (Exception exception)
        {
            failures.Report(Name, Saving, exception, late: exception is OperationCanceledException && timeout.IsCancellationRequested);
            return false;
        }
    }

    // Each call has a scope of its own. A failure there spoils no service of the request, no service of the request is used by two at once,
    // and the scope lives as long as the source needs it.
    private async Task<ExternalConsent?> ReadInScopeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IExternalConsentSource>().GetAsync(context, cancellationToken);
    }

    private async Task<bool> SaveInScopeAsync(ExternalConsentSave save, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IExternalConsentSource>().SaveAsync(save, cancellationToken);
        return true;
    }
}
