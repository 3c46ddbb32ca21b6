namespace Innovexus.Consent;

/// <summary>One script of a vendor's snippet, as a catalogue writes it. Immutable and safe to share between threads.</summary>
internal sealed record VendorScript
{
    /// <summary>The address of an external script. Either this or <see cref="Code"/>.</summary>
    public string? Src { get; init; }

    /// <summary>The code of an inline script.</summary>
    public string? Code { get; init; }

    /// <summary>Further attributes; a name without a value is one that just stands there, such as <c>async</c>.</summary>
    public IReadOnlyDictionary<string, string?> Attributes { get; init; } = new Dictionary<string, string?>();
}
