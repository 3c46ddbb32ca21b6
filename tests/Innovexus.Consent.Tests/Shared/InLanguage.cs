using System.Globalization;

namespace Innovexus.Consent.Tests;

/// <summary>A while in which the page is in a language.</summary>
internal sealed class InLanguage : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public InLanguage(string name) => CultureInfo.CurrentUICulture = new(name);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
