using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>The page that lists the leaks. Public only because Razor finds no other components; it is not meant to be placed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class LeaksDocument : ConsentComponentBase
{
    private IReadOnlyList<(Leak Leak, int Count)> _leaks = [];

    [Inject]
    private LeakLog Log { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _leaks = Log.Read();
    }
}
