using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>One item of a shop, under the names of Google Analytics. Immutable and safe to share between threads.</summary>
public sealed record EventItem
{
    /// <summary>Its number in the shop. An item has a number or a name.</summary>
    public string? ItemId { get; init; }

    /// <summary>Its name.</summary>
    public string? ItemName { get; init; }

    /// <summary>Its brand.</summary>
    public string? ItemBrand { get; init; }

    /// <summary>Its category.</summary>
    public string? ItemCategory { get; init; }

    /// <summary>Its variant, such as a colour.</summary>
    public string? ItemVariant { get; init; }

    /// <summary>The coupon that is about this item alone.</summary>
    public string? Coupon { get; init; }

    /// <summary>The price of one, in the currency of the event, after the discount.</summary>
    public decimal? Price { get; init; }

    /// <summary>The discount on one.</summary>
    public decimal? Discount { get; init; }

    /// <summary>How many.</summary>
    /// <value>The default is 1.</value>
    public int Quantity { get; init; } = 1;

    /// <summary>Its place in the list, from 0.</summary>
    public int? Index { get; init; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        EventFields.Write(writer, "item_id", ItemId);
        EventFields.Write(writer, "item_name", ItemName);
        EventFields.Write(writer, "item_brand", ItemBrand);
        EventFields.Write(writer, "item_category", ItemCategory);
        EventFields.Write(writer, "item_variant", ItemVariant);
        EventFields.Write(writer, "coupon", Coupon);
        EventFields.Write(writer, "price", Price);
        EventFields.Write(writer, "discount", Discount);
        EventFields.Write(writer, "quantity", Quantity);
        EventFields.Write(writer, "index", Index);
        writer.WriteEndObject();
    }
}
