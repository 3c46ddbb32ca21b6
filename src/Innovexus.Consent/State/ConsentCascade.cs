using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>The cascading <see cref="ConsentState"/>: evaluated when a component asks for it, and again after each change.</summary>
internal sealed class ConsentCascade : IDisposable
{
    private readonly IConsentService _consent;
    private IDisposable? _subscription;

    public ConsentCascade(IConsentService consent)
    {
        _consent = consent;
        Source = new(First, isFixed: false);
    }

    public CascadingValueSource<ConsentState> Source { get; }

    public void Dispose() => _subscription?.Dispose();

    private ConsentState First()
    {
        _subscription ??= _consent.OnChange(Source.NotifyChangedAsync);
        return _consent.State;
    }
}
