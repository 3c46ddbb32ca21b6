using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>An event about a whole order.</summary>
public abstract record OrderEvent : EcommerceEvent
{
    private protected OrderEvent()
    {
    }

    /// <summary>The order's number, by which the same order is counted once.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The coupon of the whole order.</summary>
    public string? Coupon { get; init; }

    /// <summary>What shipping costs.</summary>
    public decimal? Shipping { get; init; }

    /// <summary>The tax.</summary>
    public decimal? Tax { get; init; }

    internal override IEnumerable<string> Problems()
    {
        foreach (var problem in base.Problems())
        {
            yield return problem;
        }

        if (string.IsNullOrWhiteSpace(TransactionId))
        {
            yield return "Its TransactionId is empty. Give it the order's number, or the same order counts twice.";
        }

        if (Shipping < 0 || Tax < 0)
        {
            yield return "Shipping or tax is negative. Amounts are positive, also of what is given back.";
        }
    }

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        EventFields.Write(writer, "transaction_id", TransactionId);
        EventFields.Write(writer, "coupon", Coupon);
        EventFields.Write(writer, "shipping", Shipping);
        EventFields.Write(writer, "tax", Tax);
    }
}
