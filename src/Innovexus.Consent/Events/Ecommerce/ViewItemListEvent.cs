using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>Somebody looks at a list of items (<c>view_item_list</c>).</summary>
public sealed record ViewItemListEvent : EcommerceEvent
{
    /// <summary>The list, as the site numbers it.</summary>
    public string? ItemListId { get; init; }

    /// <summary>The list's name.</summary>
    public string? ItemListName { get; init; }

    internal override string Name => "view_item_list";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        EventFields.Write(writer, "item_list_id", ItemListId);
        EventFields.Write(writer, "item_list_name", ItemListName);
    }
}
