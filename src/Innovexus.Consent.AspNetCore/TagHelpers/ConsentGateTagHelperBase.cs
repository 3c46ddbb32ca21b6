using System.ComponentModel;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>What the gated elements of a Razor view share. Public only because they are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentGateTagHelperBase : ConsentTagHelperBase
{
    private protected const string ConsentAttribute = "consent";

    private protected ConsentGateTagHelperBase()
    {
    }

    /// <summary>The consent that it needs: the id of a vendor or of a category.</summary>
    [HtmlAttributeName(ConsentAttribute)]
    public string? Consent { get; set; }

    private protected (string Name, object? Value) Gate => (nameof(ConsentGateBase.Consent), Consent);

    /// <summary>An attribute that is a parameter of the component, taken out of those that are passed on.</summary>
    private protected static string? Take(Dictionary<string, object> attributes, string name) =>
        attributes.Remove(name, out var value) ? value.ToString() : null;

    private protected static int? TakeNumber(Dictionary<string, object> attributes, string name) =>
        Take(attributes, name) is not { } text ? null
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOperationException($"The attribute {name}=\"{text}\" of a gated element is not a whole number of CSS pixels. Write digits only.");
}
