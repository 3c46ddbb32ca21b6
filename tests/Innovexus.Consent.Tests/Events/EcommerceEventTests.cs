namespace Innovexus.Consent.Tests;

public class EcommerceEventTests
{
    private static readonly EventItem Shirt = new() { ItemId = "S1", ItemName = "Shirt", Price = 19.99m, Quantity = 2 };

    [Fact]
    public void A_purchase_has_the_names_that_Google_Analytics_knows()
    {
        var purchase = new PurchaseEvent { TransactionId = "T1", Currency = "EUR", Value = 39.98m, Tax = 6.38m, Shipping = 0, Items = [Shirt with { ItemBrand = "Own", ItemCategory = "Wear", ItemVariant = "red", Coupon = "C", Discount = 1, Index = 0 }] };

        Assert.Equal("purchase", purchase.Name);
        Assert.Equal(
            """{"currency":"EUR","value":39.98,"transaction_id":"T1","shipping":0,"tax":6.38,"items":[{"item_id":"S1","item_name":"Shirt","item_brand":"Own","item_category":"Wear","item_variant":"red","coupon":"C","price":19.99,"discount":1,"quantity":2,"index":0}]}""",
            purchase.Parameters());
        Assert.Empty(purchase.Problems());
    }

    public static TheoryData<string, EcommerceEvent> Events => new()
    {
        { "view_item", new ViewItemEvent { Items = [Shirt] } },
        { "view_item_list", new ViewItemListEvent { ItemListId = "L", ItemListName = "List", Items = [Shirt] } },
        { "select_item", new SelectItemEvent { Items = [Shirt] } },
        { "add_to_cart", new AddToCartEvent { Items = [Shirt] } },
        { "remove_from_cart", new RemoveFromCartEvent { Items = [Shirt] } },
        { "view_cart", new ViewCartEvent { Items = [Shirt] } },
        { "begin_checkout", new BeginCheckoutEvent { Coupon = "C", Items = [Shirt] } },
        { "refund", new RefundEvent { TransactionId = "T", Items = [Shirt] } },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Each_event_has_its_name_and_its_items(string name, EcommerceEvent ecommerceEvent)
    {
        Assert.Equal(name, ecommerceEvent.Name);
        Assert.Contains("\"items\":[{\"item_id\":\"S1\"", ecommerceEvent.Parameters(), StringComparison.Ordinal);
        Assert.StartsWith("It has an amount and no currency.", Assert.Single(ecommerceEvent.Problems()), StringComparison.Ordinal);
    }

    public static TheoryData<string, EcommerceEvent> Mistakes => new()
    {
        { "no currency", new ViewItemEvent { Value = 1, Items = [new() { ItemId = "S1" }] } },
        { "'euro' is no currency", new ViewItemEvent { Currency = "euro", Items = [Shirt] } },
        { "no items", new AddToCartEvent() },
        { "neither ItemId nor ItemName", new AddToCartEvent { Items = [new()] } },
        { "An amount is negative", new AddToCartEvent { Currency = "EUR", Items = [Shirt with { Price = -1 }] } },
        { "An amount is negative", new AddToCartEvent { Currency = "EUR", Value = -1, Items = [Shirt] } },
        { "quantity below 1", new AddToCartEvent { Currency = "EUR", Items = [Shirt with { Quantity = 0 }] } },
        { "TransactionId is empty", new PurchaseEvent { TransactionId = "", Currency = "EUR", Items = [Shirt] } },
        { "Shipping or tax is negative", new PurchaseEvent { TransactionId = "T", Currency = "EUR", Tax = -1, Items = [Shirt] } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_would_not_be_counted_is_told(string problem, EcommerceEvent ecommerceEvent) =>
        Assert.Contains(problem, Assert.Single(ecommerceEvent.Problems()), StringComparison.Ordinal);

    [Fact]
    public void A_whole_order_is_paid_back_without_items() => Assert.Empty(new RefundEvent { TransactionId = "T" }.Problems());
}
