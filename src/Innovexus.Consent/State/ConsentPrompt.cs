namespace Innovexus.Consent;

/// <summary>What a page has to show a visitor unasked.</summary>
public enum ConsentPrompt
{
    /// <summary>Nothing. Where the visitor may opt out, a link to the choices is enough.</summary>
    None,

    /// <summary>A notice of what runs, with an easy way to object.</summary>
    Notice,

    /// <summary>A question: something waits for the visitor's consent.</summary>
    Banner,
}
