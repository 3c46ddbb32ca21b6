namespace Innovexus.Consent;

/// <summary>What a <c>&lt;consent-view&gt;</c> and its branches tell each other.</summary>
internal sealed class ConsentViewBranches(bool granted)
{
    public bool IsGranted { get; } = granted;

    /// <summary>The branch that may be seen.</summary>
    public string? Content { get; set; }
}
