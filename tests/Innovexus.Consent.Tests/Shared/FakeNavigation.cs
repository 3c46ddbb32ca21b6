using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent.Tests;

/// <summary>The address of a page, which tests change.</summary>
internal sealed class FakeNavigation : NavigationManager
{
    public FakeNavigation(string address = "https://site.test/") => Initialize(address, address);

    protected override void NavigateToCore(string uri, NavigationOptions options)
    {
        Uri = ToAbsoluteUri(uri).AbsoluteUri;
        NotifyLocationChanged(isInterceptedLink: false);
    }
}
