using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>
/// The state of this page and the runtime that opens the gates. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
/// <c>&lt;ImportMap /&gt;</c>.
/// </summary>
public sealed class ConsentHead : ConsentComponentBase
{
    private bool _open;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        // A server renders the head at once: an asynchronous one would hold up a streaming page.
        _open = await Page.OpenAsync();
    }

    private bool SpeaksFirst => Page.Registry.PageSignals?.SpeaksFirst == true;

    // Before the state and the runtime: nothing may run before it is said.
    private void BuildSignals(RenderTreeBuilder builder, string signals)
    {
        builder.OpenRegion(0);
        builder.OpenElement(0, "script");
        builder.AddAttribute(1, "type", "application/json");
        builder.AddAttribute(2, "data-ic-signals", true);
        builder.AddMarkupContent(3, signals);
        builder.CloseElement();
        if (SpeaksFirst && Page.SayScript is { } script)
        {
            builder.OpenElement(4, "script");
            builder.AddAttribute(5, "nonce", Page.Nonce);
            builder.AddMarkupContent(6, script);
            builder.CloseElement();
        }

        builder.CloseRegion();
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!_open || IsMisplaced("in <head> after <ImportMap />"))
        {
            return;
        }

        var signals = Page.Signals;
        if (signals is not null)
        {
            BuildSignals(builder, signals);
        }

        var state = Page.Describe(BannerDue);

        // The state stands outside the permanent root, so that enhanced navigation brings each page's own.
        builder.OpenElement(1, "script");
        builder.AddAttribute(2, "type", "application/json");
        // The time is an attribute because an observer of attributes sees each new state; an observer of elements would miss a changed
        // text.
        builder.AddAttribute(3, "data-ic-state", state.AsOf);
        builder.AddAttribute(4, "data-ic-posted", Page.Posted);
        builder.AddMarkupContent(5, state.Serialize());
        builder.CloseElement();

        // async: a deferred module would wait for the end of a streaming page.
        builder.OpenElement(6, "script");
        builder.AddAttribute(7, "type", "module");
        builder.AddAttribute(8, "async", true);
        builder.AddAttribute(9, "src", Page.AssetPath("ic.js"));
        builder.AddAttribute(10, "data-ic-ui", Page.AssetPath("ic-ui.js"));
        builder.AddAttribute(11, "data-ic-clear", Page.AssetPath("ic-clear.js"));
        builder.AddAttribute(12, "data-ic-gates", Page.AssetPath("ic-gates.js"));
        builder.AddAttribute(13, "data-ic-scripts", Page.AssetPath("ic-scripts.js"));
        builder.AddAttribute(14, "data-ic-held", Page.AssetPath("ic-held.js"));
        builder.AddAttribute(15, "data-ic-views", Page.AssetPath("ic-views.js"));
        builder.AddAttribute(16, "data-ic-events", Page.AssetPath("ic-events.js"));
        builder.AddAttribute(17, "data-ic-choice", Page.AssetPath("ic-choice.js"));
        builder.AddAttribute(18, "data-ic-signals", Page.Registry.PageSignals is { HasSignals: true } ? Page.AssetPath("ic-signals.js") : null);
        builder.AddAttribute(19, "data-ic-track", Page.Registry.PageSignals is { HasEvents: true } ? Page.AssetPath("ic-track.js") : null);
        builder.AddAttribute(20, "data-ic-say", SpeaksFirst);
        builder.AddAttribute(21, "data-ic-style", Page.AssetPath("ic.css"));
        builder.AddAttribute(22, "data-ic-base", ConsentPaths.Rooted(Navigation, ConsentPaths.Prefix + "/"));
        builder.AddAttribute(23, "data-ic-page", PreferencesAddress);
        // The runtime knows the usual names by itself.
        builder.AddAttribute(24, "data-ic-cookie", Page.Names.Decision == ConsentCookie.SecureName ? null : Page.Names.Decision);
        builder.AddAttribute(25, "data-ic-tail", Page.Names.Tail.Length == 0 ? null : Page.Names.Tail);
        // The import map names the hash too; without it here, the browser's preload would not match and the file would be fetched twice.
        builder.AddAttribute(26, "integrity", Page.AssetIntegrity("ic.js"));
        builder.AddAttribute(27, "nonce", Page.Nonce);
        builder.AddAttribute(28, "data-ic-culture", PageCulture.Current);
        builder.CloseElement();

        if (Page.Development)
        {
            AddModule(29, "ic-dev.js", async: false, ids: string.Join(' ', Page.Registry.Ids));
        }

        if (Page.Shut is { } shut)
        {
            // In the address, since enhanced navigation may give the element the next page's attributes before the module is here.
            AddModule(36, "ic-policy.js", async: true, fragment: $"#{state.DecidedAt},{shut.Replace(' ', ',')}");
        }

        builder.AddContent(45, NotCached);
        if (Page.Events is not null)
        {
            builder.OpenComponent<WrittenEvents>(46);
            builder.CloseComponent();
        }

        void AddModule(int sequence, string file, bool async, string? fragment = null, string? ids = null)
        {
            builder.OpenElement(sequence, "script");
            builder.AddAttribute(sequence + 1, "type", "module");
            builder.AddAttribute(sequence + 2, "src", Page.AssetPath(file) + fragment);
            builder.AddAttribute(sequence + 3, "integrity", Page.AssetIntegrity(file));
            builder.AddAttribute(sequence + 4, "nonce", Page.Nonce);
            builder.AddAttribute(sequence + 5, "async", async);
            builder.AddAttribute(sequence + 6, "data-ic-ids", ids);
            builder.CloseElement();
        }
    }
}
