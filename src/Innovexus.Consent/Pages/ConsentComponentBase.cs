using System.ComponentModel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>What the library's components share. Public only because they are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentComponentBase : ComponentBase
{
    internal const string SecondBanner = "This page has a second ConsentBanner, which renders nothing. Leave one, as the first child of <body>.";

    private protected ConsentComponentBase()
    {
    }

    // Services are looked up here and not injected, since the error about a missing injected service does not say which line to add.
    [Inject]
    private protected IServiceProvider Services { get; set; } = default!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = default!;

    private protected IConsentPage Page { get; private set; } = default!;

    private protected ConsentTexts Texts => Page.Registry.Texts;

    /// <summary>
    /// Whether every page where something is optional holds the banner, hidden until the runtime knows the state of the visitor: a cached
    /// page is the same for all, and one that an application renders outlasts decisions.
    /// </summary>
    private protected bool BannerWaits => Page.Cacheable || Page.Standalone;

    /// <summary>Whether this page brings the banner: something is undecided, a choice can be kept, and it is not a page of choices itself.</summary>
    private protected bool BannerDue => BannerWaits
        ? Page.State.Optional.Count > 0
        : Page.State.Prompt != ConsentPrompt.None && !Page.Framed && !ConsentPaths.IsVisitorsPage(Navigation, Page.Registry);

    /// <summary>Whether this is, or will be, rendered by an interactive renderer.</summary>
    private protected bool IsInteractive => RendererInfo.IsInteractive || AssignedRenderMode is not null;

    /// <summary>
    /// Stands beside content that differs between visitors, so that a <c>CacheView</c> around it throws. An interactive component needs
    /// none: a <c>CacheView</c> renders it anew each time.
    /// </summary>
    private protected RenderFragment? NotCached => IsInteractive || Page.Cacheable ? null : ConsentIsNotCached.Beside(GetType().Name);

    /// <summary>Whether something runs here until the visitor refuses it.</summary>
    private protected bool RunsUnasked => Page.State.Verdicts.Any(verdict => verdict.Reason == ConsentReason.Default);

    private protected string DecisionAddress => ConsentPaths.Rooted(Navigation, ConsentPaths.Decision);

    private protected string PreferencesAddress => ConsentPaths.PreferencesPage(Navigation, Page.Registry);

    private protected string PolicyAddress => ConsentPaths.Address(Navigation, Page.Registry.PrivacyPolicyPath);

    /// <summary>Where to go back to after a decision; without the query if others are shown the same page.</summary>
    private protected string ReturnPath => ConsentPaths.ReturnPath(Navigation, Page.Registry) is var path && Page.Cacheable ? path.Split('?')[0] : path;

    /// <summary>The page's culture, in a form that may lead to a page of ours: a browser replaces the query of the form's address.</summary>
    private protected static RenderFragment? CultureField => PageCulture.Current is { } culture
        ? builder => builder.AddMarkupContent(0, $"<input type=\"hidden\" name=\"{PageCulture.Field}\" value=\"{culture}\" />")
        : null;

    /// <summary>What the runtime says after a decision made with a form, each text by its outcome.</summary>
    private protected IReadOnlyDictionary<string, object> Outcomes => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["data-ic-form"] = true,
        ["data-ic-saved"] = Texts.Saved,
        ["data-ic-later"] = Texts.SavedForNextPage,
        ["data-ic-held"] = Texts.Held,
        ["data-ic-kept"] = Texts.NotSavedRefusal,
        ["data-ic-failed"] = Texts.NotSaved,
        ["data-ic-unchanged"] = Texts.NotChanged,
    };

    /// <summary>
    /// Whether this component, which belongs to the page as a whole, stands in an interactive tree: it would come too late there, be
    /// rendered twice, and be torn out by the renderer.
    /// </summary>
    private protected bool IsMisplaced(string where)
    {
        var misplaced = IsInteractive && !Page.Standalone;
        if (misplaced)
        {
            Page.Report(Misplacement(where));
        }

        return misplaced;
    }

    private protected string Misplacement(string where) =>
        $"{GetType().Name} stands in a component with a render mode, so it renders nothing. Place it in App.razor, {where}.";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> or <c>MapConsent</c> is missing.</exception>
    protected override void OnInitialized()
    {
        Page = Services.GetService<IConsentPage>() ?? throw new InvalidOperationException(OperatingSystem.IsBrowser()
            ? "Consent is not set up in the WebAssembly application. Add builder.Services.AddConsentClient(); to its Program.cs, before builder.Build(), "
                + "or, without a server, builder.Services.AddStandaloneConsent(builder.Configuration.GetSection(\"Consent\"));."
            : "Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs, before builder.Build().");
        Page.RequireEndpoints();
    }
}
