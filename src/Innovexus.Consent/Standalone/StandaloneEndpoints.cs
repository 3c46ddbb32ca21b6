using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace Innovexus.Consent;

/// <summary>Answers what the runtime asks of a server, where there is none.</summary>
internal sealed partial class StandaloneEndpoints(
    StandaloneConsent consent, ConsentRegistry registry, IOptions<ConsentOptions> options, IJSRuntime js, IServiceProvider services, ILoggerFactory loggers, ILogger<StandaloneEndpoints> logger) : IDisposable
{
    private DotNetObjectReference<StandaloneEndpoints>? _self;
    private Task<bool>? _open;

    /// <summary>Whether the application runs in Development; known once this is open.</summary>
    public bool Development { get; private set; }

    /// <summary>The banner's layout and position.</summary>
    public BannerLook Banner { get; } = BannerLook.Find(options.Value.Banner)!;

    /// <summary>The banner's style, unless the site links it; known once this is open.</summary>
    public string? Style { get; private set; }

    /// <summary>
    /// Has the runtime ask here from then on. Returns false if the module could not be loaded: then nothing can be asked or kept.
    /// </summary>
    public Task<bool> OpenAsync() => _open is { IsCompletedSuccessfully: true, Result: false } or null ? _open = ServeAsync() : _open;

    /// <summary>Called by the runtime with a path below <c>/_ic/</c> and the fields of a form.</summary>
    /// <returns>The answer's text, or nothing for a post that is not understood.</returns>
    [JSInvokable]
    public async Task<string?> AnswerAsync(string path, string? form) => path.Split('?')[0] switch
    {
        "state" => consent.Answer().Serialize(),
        "decision" => Act(Fields(form))?.Serialize(),
        "preferences" => await RenderAsync(),
        _ => null,
    };

    public void Dispose() => _self?.Dispose();

    private async Task<bool> ServeAsync()
    {
        try
        {
            _self ??= DotNetObjectReference.Create(this);
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", InteractiveConsentService.Module);
            Development = await module.InvokeAsync<string?>("serve", _self) == "Development";
            if (options.Value.InlineStyle && await module.InvokeAsync<string?>("style", "ic.css") is { } sheet)
            {
                Style = BannerStyle.Of(sheet, Banner.Sheet is { } layout ? await module.InvokeAsync<string?>("style", layout) : null);
            }

            return true;
        }
        catch (JSException exception)
        {
            // Blocked, or offline: everything optional stays off, and the application works.
            LogNotOpened(logger, exception);
            return false;
        }
    }

    private ConsentStateJson? Act(ILookup<string, string> fields) => fields[DecisionField.Action].FirstOrDefault() switch
    {
        // The signal itself is read anew for each answer.
        DecisionAction.Signal or DecisionAction.NoSignal => consent.Answer(),
        DecisionAction.Acknowledge => consent.Acknowledge(fields[DecisionField.Version].FirstOrDefault() ?? ""),
        DecisionAction.OptIn when fields[DecisionField.Confirm].Contains(DecisionField.Confirmed) && !consent.IsSignalled => consent.Decide(ConsentChoice.OptIn),
        DecisionAction.AllowSensitive when fields[DecisionField.Confirm].Contains(DecisionField.Confirmed) => consent.Decide(ConsentChoice.AllowSensitiveData),
        _ => DecisionFields.Read(name => fields[name], registry) is { } choice ? consent.Decide(choice) : null,
    };

    private static ILookup<string, string> Fields(string? form) => (form ?? "").Split('&')
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .ToLookup(pair => Decode(pair[0]), pair => Decode(pair[1]), StringComparer.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private async Task<string> RenderAsync()
    {
        try
        {
            // The renderer asks for scoped services, which the application's own provider refuses in Development.
            await using var scope = services.CreateAsyncScope();
            await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
            return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ConsentPreferences>(
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ConsentPreferences.Dialog)] = true }))).ToHtmlString());
        }
        catch (Exception exception)
        {
            // The runtime then opens the page of the preferences and keeps the cause to itself.
            LogNotRendered(logger, exception);
            throw;
        }
    }

    [LoggerMessage(LogEvents.RuntimeNotLoaded, LogLevel.Warning, "The consent runtime (ic.js) did not load. The banner does not appear, and everything optional stays off.")]
    private static partial void LogNotOpened(ILogger logger, Exception exception);

    [LoggerMessage(
        LogEvents.PreferencesNotRendered,
        LogLevel.Error,
        "The dialog of the preferences could not be rendered, so Manage and ConsentLink lead to the page of the preferences. Correct what the exception names; until then, "
            + "place <ConsentPreferences /> on a page and set options.PreferencesPath to its path, so that visitors can change their choice.")]
    private static partial void LogNotRendered(ILogger logger, Exception exception);
}
