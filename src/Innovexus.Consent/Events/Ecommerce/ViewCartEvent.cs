namespace Innovexus.Consent;

/// <summary>Somebody looks at the cart (<c>view_cart</c>).</summary>
public sealed record ViewCartEvent : EcommerceEvent
{
    internal override string Name => "view_cart";
}
