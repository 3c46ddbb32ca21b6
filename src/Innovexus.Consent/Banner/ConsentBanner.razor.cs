namespace Innovexus.Consent;

/// <summary>
/// The banner that asks, where something is undecided, and the place where the preferences open. Place it in <c>App.razor</c> as the
/// first child of <c>&lt;body&gt;</c>, on every page.
/// </summary>
public sealed partial class ConsentBanner : ConsentComponentBase, IDisposable
{
    private const string Place = "as the first child of <body>";

    private bool _misplaced;
    private bool _claimed;
    private bool _acts;
    private AccountConflict? _conflict;

    private string Words => Page.State.Prompt == ConsentPrompt.Notice
        ? Texts.Notice(Page.Registry.Controller.Name)
        : RunsUnasked ? Texts.BannerOfBoth(Page.Registry.Controller.Name) : Texts.Banner(Page.Registry.Controller.Name);

    // The banner says so where it is shown anyway (11 CCR § 7025(c)(6)). The signal alone asks nothing, so it brings no banner.
    private bool SignalHonored => Page.State.Verdicts.Any(verdict => verdict.Reason == ConsentReason.Signal);

    private string Changed => ConsentTexts.Series(Page.Registry.Shown.Where(category => Page.State[category.Id].Reason == ConsentReason.Changed).Select(category => category.Name));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _misplaced = IsMisplaced(Place);
        _claimed = !_misplaced && Page.ClaimBanner();
        _acts = await Page.OpenAsync() && _claimed;
        _conflict = _acts ? Page.TakeConflict() : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_claimed)
        {
            Page.ReleaseBanner();
        }
    }
}
