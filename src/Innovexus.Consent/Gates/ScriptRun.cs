namespace Innovexus.Consent;

/// <summary>How often a gated script runs.</summary>
public enum ScriptRun
{
    /// <summary>Once in a document, however often navigation brings its page back. The default.</summary>
    Once,

    /// <summary>Again after each navigation, for snippets that count page views.</summary>
    EachNavigation,
}
