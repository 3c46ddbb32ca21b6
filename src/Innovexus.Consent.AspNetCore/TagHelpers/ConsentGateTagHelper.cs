using System.ComponentModel;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>What the gated elements of a Razor view share. Public only because they are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentGateTagHelper : ConsentTagHelper
{
    private protected const string VendorAttribute = "consent-vendor";
    private protected const string CategoryAttribute = "consent-category";

    private protected ConsentGateTagHelper()
    {
    }

    /// <summary>The id of the vendor it belongs to. Either this or <see cref="Category"/>.</summary>
    [HtmlAttributeName(VendorAttribute)]
    public string? Vendor { get; set; }

    /// <summary>The id of the category it belongs to. Either this or <see cref="Vendor"/>.</summary>
    [HtmlAttributeName(CategoryAttribute)]
    public string? Category { get; set; }

    private protected IEnumerable<(string Name, object? Value)> Gate =>
        [(nameof(ConsentGateBase.Vendor), Vendor), (nameof(ConsentGateBase.Category), Category)];

    /// <summary>An attribute that is a parameter of the component, taken out of those that are passed on.</summary>
    private protected static string? Take(Dictionary<string, object> attributes, string name) =>
        attributes.Remove(name, out var value) ? value.ToString() : null;

    private protected static int? TakeNumber(Dictionary<string, object> attributes, string name) =>
        Take(attributes, name) is not { } text ? null
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOperationException($"The attribute {name}=\"{text}\" of a gated element is no number of CSS pixels. Write digits only.");
}
