namespace Innovexus.Consent;

/// <summary>Something is taken out of the cart (<c>remove_from_cart</c>).</summary>
public sealed record RemoveFromCartEvent : EcommerceEvent
{
    internal override string Name => "remove_from_cart";
}
