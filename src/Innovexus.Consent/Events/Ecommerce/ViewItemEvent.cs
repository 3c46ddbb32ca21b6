namespace Innovexus.Consent;

/// <summary>Somebody looks at an item (<c>view_item</c>).</summary>
public sealed record ViewItemEvent : EcommerceEvent
{
    internal override string Name => "view_item";
}
