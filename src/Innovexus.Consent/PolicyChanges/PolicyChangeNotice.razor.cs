namespace Innovexus.Consent;

/// <summary>
/// Announces a material change of the privacy policy (<see cref="ConsentOptions.PolicyVersions"/>) until the visitor has acknowledged it,
/// for a year at most. It asks nothing: continued use is never taken as consent. Place it in <c>App.razor</c>, after
/// <c>&lt;ConsentBanner /&gt;</c>. Works without JavaScript.
/// </summary>
public sealed partial class PolicyChangeNotice : ConsentComponentBase
{
    private PolicyVersion? _version;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _version = IsMisplaced("after <ConsentBanner />") ? null : Page.DuePolicy;
    }

    private bool IsFuture => _version!.Effective.ToDateTime(TimeOnly.MinValue) > (Services.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System).GetUtcNow().UtcDateTime;
}
