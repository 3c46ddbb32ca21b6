namespace Innovexus.Consent;

/// <summary>
/// The banner that asks, where something is undecided, and the place where the preferences open. Place it in <c>App.razor</c> as the
/// first child of <c>&lt;body&gt;</c>, on every page.
/// </summary>
public sealed partial class ConsentBanner : ConsentComponentBase
{
    private const string Place = "as the first child of <body>";

    private bool _misplaced;
    private bool _acts;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _misplaced = IsMisplaced(Place);
        var acts = !_misplaced && Page.ClaimBanner();
        await Page.OpenAsync();
        _acts = acts;
    }
}
