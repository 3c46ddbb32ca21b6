using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What the store keeps, how it fails, and what was asked of it.</summary>
internal sealed class Accounts
{
    public static Accounts Of(Host host) => Of(host.Services);

    public static Accounts Of(IServiceProvider services) => services.GetRequiredService<Accounts>();

    public ConcurrentDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<Account> Scopes { get; } = [];

    public ConcurrentQueue<IExternalConsentSource> Readers { get; } = [];

    public Action OnRead { get; set; } = () => { };

    public volatile bool FailsToSave;
    public volatile bool HangsToSave;
    public volatile bool FailsToRead;
    public volatile bool HangsToRead;

    public TaskCompletionSource SaveBegan { get; } = new();

    public TaskCompletionSource ReadBegan { get; set; } = new();

    public TaskCompletionSource Kept { get; } = new();
}
