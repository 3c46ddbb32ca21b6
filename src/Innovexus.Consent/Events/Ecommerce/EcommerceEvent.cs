using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>
/// An event of a shop, under the names of Google Analytics, which other vendors take too. Immutable and safe to share between threads.
/// </summary>
public abstract record EcommerceEvent
{
    private protected const string NoItems = "It has no items. Name at least one.";

    private protected EcommerceEvent()
    {
    }

    /// <summary>The items that it is about.</summary>
    public IReadOnlyList<EventItem> Items { get; init; } = [];

    /// <summary>The currency of all amounts: three letters of ISO 4217, such as <c>EUR</c>. Required with a value or a price.</summary>
    public string? Currency { get; init; }

    /// <summary>What it is worth: the sum of prices times quantities, without tax and shipping.</summary>
    public decimal? Value { get; init; }

    internal abstract string Name { get; }

    internal string Parameters()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            EventFields.Write(writer, "currency", Currency);
            EventFields.Write(writer, "value", Value);
            WriteOwn(writer);
            writer.WriteStartArray("items");
            foreach (var item in Items)
            {
                item.Write(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What is wrong with it, each in a sentence that says how to fix it.</summary>
    internal virtual IEnumerable<string> Problems()
    {
        if (Items.Count == 0)
        {
            yield return NoItems;
        }

        if (Items.Any(item => string.IsNullOrEmpty(item.ItemId) && string.IsNullOrEmpty(item.ItemName)))
        {
            yield return "An item has neither ItemId nor ItemName. Give it one.";
        }

        if (Currency is null ? Value is not null || Items.Any(item => item.Price is not null) : Currency.Length != 3 || !Currency.All(char.IsAsciiLetterUpper))
        {
            yield return Currency is null ? "It has an amount and no currency. Add one, such as EUR." : $"'{Currency}' is no currency. Write three capital letters of ISO 4217, such as EUR.";
        }

        if (Value < 0 || Items.Any(item => item.Price < 0 || item.Discount < 0))
        {
            yield return "An amount is negative. Amounts are positive, also of what is given back.";
        }

        if (Items.Any(item => item.Quantity < 1))
        {
            yield return "An item has a quantity below 1. Leave the item out.";
        }
    }

    private protected virtual void WriteOwn(Utf8JsonWriter writer)
    {
    }
}
