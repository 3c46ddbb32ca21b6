using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The store, as a site writes it.</summary>
internal sealed class Account(Accounts accounts) : IExternalConsentSource
{
    public async ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var id = context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
        accounts.Asked.Enqueue(id);
        accounts.Readers.Enqueue(this);
        accounts.OnRead();
        await Task.Yield();
        if (accounts.FailsToRead)
        {
            throw new InvalidOperationException("anna@example.com");
        }

        if (accounts.HangsToRead)
        {
            accounts.ReadBegan.TrySetResult();
            // One that does not stop when it is told to.
            await new TaskCompletionSource().Task;
        }

        return ExternalConsent.TryParse(accounts.Texts.GetValueOrDefault(id), out var consent) ? consent : null;
    }

    public async ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken)
    {
        accounts.Scopes.Enqueue(this);
        await Task.Yield();
        if (accounts.FailsToSave)
        {
            throw new InvalidOperationException("anna@example.com");
        }

        if (accounts.HangsToSave)
        {
            accounts.SaveBegan.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        if (save.User.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } id)
        {
            accounts.Texts[id] = save.Consent.ToString();
            accounts.Kept.TrySetResult();
        }
    }
}
