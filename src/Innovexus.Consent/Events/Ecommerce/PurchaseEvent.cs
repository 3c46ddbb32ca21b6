namespace Innovexus.Consent;

/// <summary>Something is bought (<c>purchase</c>).</summary>
public sealed record PurchaseEvent : OrderEvent
{
    internal override string Name => "purchase";
}
