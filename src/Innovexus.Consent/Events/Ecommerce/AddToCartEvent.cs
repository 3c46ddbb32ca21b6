namespace Innovexus.Consent;

/// <summary>Something is put into the cart (<c>add_to_cart</c>).</summary>
public sealed record AddToCartEvent : EcommerceEvent
{
    internal override string Name => "add_to_cart";
}
