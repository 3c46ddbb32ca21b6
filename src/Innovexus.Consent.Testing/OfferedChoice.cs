using AngleSharp.Dom;

namespace Innovexus.Consent.Testing;

/// <summary>How a choice is offered, as far as its HTML shows.</summary>
internal sealed class OfferedChoice(IElement element)
{
    /// <summary>The element, with what makes another kind of it: a type or a role.</summary>
    public string Kind { get; } = string.Concat(
        $"<{element.LocalName}>",
        element.GetAttribute("type") is { } type && !(element.LocalName == "button" && type == "submit") ? $" of type {type}" : "",
        element.GetAttribute("role") is { } role ? $" in the role {role}" : "");

    /// <summary>The classes, in one order.</summary>
    public string Classes { get; } = string.Join(' ', element.ClassList.Order(StringComparer.Ordinal));

    public string Style { get; } = element.GetAttribute("style")?.Trim() ?? "";

    /// <summary>How many things must be opened first, of those that say so themselves.</summary>
    public int Steps { get; } = Around(element).Count(IsClosed);

    /// <summary>Whether the keyboard reaches it.</summary>
    public bool IsReached { get; } = element.GetAttribute("tabindex")?.Trim() is not ['-', ..] && !Around(element).Any(outer => outer.HasAttribute("disabled") || outer.HasAttribute("inert"));

    public bool HasWords { get; } = new[] { element.TextContent, element.GetAttribute("aria-label"), element.LocalName == "input" ? element.GetAttribute("value") : null }
        .Any(words => !string.IsNullOrWhiteSpace(words));

    private static IEnumerable<IElement> Around(IElement element)
    {
        for (var outer = element; outer is not null; outer = outer.ParentElement)
        {
            yield return outer;
        }
    }

    private static bool IsClosed(IElement element) =>
        (element.LocalName is "details" or "dialog" && !element.HasAttribute("open")) || element.HasAttribute("hidden") || element.HasAttribute("popover");
}
