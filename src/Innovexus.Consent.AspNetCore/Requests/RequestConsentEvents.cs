using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>The events of a request: its page holds them, for the browser to say.</summary>
internal sealed class RequestConsentEvents(IHttpContextAccessor accessor, IConsentPage page, PageEvents events) : IConsentEvents
{
    private bool _isFirst = true;

    private HttpContext Context => accessor.HttpContext!;

    public Task TrackAsync(string name, object? parameters = null, bool keepUntilGranted = false, CancellationToken cancellationToken = default)
    {
        Add(new(name, EventParameters.Write(name, parameters), keepUntilGranted));
        return Task.CompletedTask;
    }

    public Task TrackAsync(EcommerceEvent ecommerceEvent)
    {
        Add(PageEvent.Of(ecommerceEvent, page));
        return Task.CompletedTask;
    }

    private void Add(PageEvent pageEvent)
    {
        // Nobody hears of it.
        if (page.Registry.PageSignals?.HasEvents != true)
        {
            return;
        }

        if (page.Events is null)
        {
            page.Report($"The event '{pageEvent.Name}' is lost: this page is the same for all visitors (CacheablePages). Say it in the browser, with data-ic-event or innovexusConsent.track.");
            return;
        }

        if (Context.Response.HasStarted)
        {
            page.Report($"The event '{pageEvent.Name}' is lost: the response has started, as that of a streaming page has. Say it earlier, or in an interactive component.");
            return;
        }

        if (_isFirst)
        {
            _isFirst = false;
            Context.Response.OnStarting(Finish);
        }

        events.Add(pageEvent);
    }

    // A browser that went back to a page it has kept would say the events again.
    private Task Finish()
    {
        PrivateResponse.KeepOutOfCaches(Context);
        var control = Context.Response.GetTypedHeaders().CacheControl ?? new();
        control.NoStore = true;
        Context.Response.GetTypedHeaders().CacheControl = control;
        if (!events.AreWritten)
        {
            page.Report("This response has no page, as a redirect has none, so an event is lost. Say it on the page that the redirect leads to, and pass on that it happened with TempData or in the address.");
        }

        return Task.CompletedTask;
    }
}
