using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>Somebody chooses an item of a list (<c>select_item</c>).</summary>
public sealed record SelectItemEvent : EcommerceEvent
{
    /// <summary>The list, as the site numbers it.</summary>
    public string? ItemListId { get; init; }

    /// <summary>The list's name.</summary>
    public string? ItemListName { get; init; }

    internal override string Name => "select_item";

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        EventFields.Write(writer, "item_list_id", ItemListId);
        EventFields.Write(writer, "item_list_name", ItemListName);
    }
}
