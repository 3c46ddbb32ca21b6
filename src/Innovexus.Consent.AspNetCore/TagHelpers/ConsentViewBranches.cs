using Microsoft.AspNetCore.Html;

namespace Innovexus.Consent;

/// <summary>What a <c>&lt;consent-view&gt;</c> and its branches share.</summary>
/// <param name="shown">The branch that may be seen; in a page that is the same for all, both.</param>
internal sealed class ConsentViewBranches(bool? shown)
{
    /// <summary>What stands in <c>&lt;granted&gt;</c>, if it may be seen.</summary>
    public IHtmlContent? Granted { get; private set; }

    /// <summary>What stands in <c>&lt;denied&gt;</c>, if it may be seen.</summary>
    public IHtmlContent? Denied { get; private set; }

    public bool Shows(bool granted) => shown is null || shown == granted;

    public void Set(bool granted, IHtmlContent content) => (Granted, Denied) = granted ? (content, Denied) : (Granted, content);
}
