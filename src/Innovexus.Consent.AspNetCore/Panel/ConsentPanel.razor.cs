namespace Innovexus.Consent;

/// <summary>
/// In Development, a button in a corner of the page that opens a panel: what the state is and why, what each gate is doing, what nobody
/// declared and the lines to add, and why the banner comes back. On it one can pretend to be somewhere else. In every other environment it
/// renders nothing. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> directly after <c>&lt;ConsentHead /&gt;</c>, so that it sees every
/// gate from the start.
/// </summary>
public sealed partial class ConsentPanel : ConsentComponentBase
{
    private bool _shown;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _shown = Page.Development && !IsMisplaced("in <head>, directly after <ConsentHead />");
    }

    private string Script(string file) => ConsentPaths.Rooted(Navigation, PanelFiles.Path(file));
}
