using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>Somebody begins to order (<c>begin_checkout</c>).</summary>
public sealed record BeginCheckoutEvent : EcommerceEvent
{
    /// <summary>The coupon of the whole order.</summary>
    public string? Coupon { get; init; }

    internal override string Name => "begin_checkout";

    private protected override void WriteOwn(Utf8JsonWriter writer) => EventFields.Write(writer, "coupon", Coupon);
}
