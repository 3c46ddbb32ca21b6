namespace Innovexus.Consent;

/// <summary>Something is paid back: some items, or without items the whole order (<c>refund</c>).</summary>
public sealed record RefundEvent : OrderEvent
{
    internal override string Name => "refund";

    internal override IEnumerable<string> Problems() => base.Problems().Where(problem => problem != NoItems);
}
