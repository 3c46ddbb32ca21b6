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

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _misplaced = IsMisplaced(Place);
        _claimed = !_misplaced && Page.ClaimBanner();
        _acts = await Page.OpenAsync() && _claimed;
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
