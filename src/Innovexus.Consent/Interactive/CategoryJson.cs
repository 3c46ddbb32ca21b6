using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>A category as it travels.</summary>
internal sealed class CategoryJson
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required int Order { get; init; }

    public required string Fingerprint { get; init; }

    public required IReadOnlyList<VendorJson> Vendors { get; init; }

    public static CategoryJson Of(ConsentCategory category) => new()
    {
        Id = category.Id,
        Name = category.Name,
        Purpose = category.Purpose,
        Order = category.Order,
        Fingerprint = category.Fingerprint,
        Vendors = [.. category.Vendors.Select(VendorJson.Of)],
    };

    public ConsentCategory ToCategory() => new(Id, Name, Purpose, Order, [.. Vendors.Select(vendor => vendor.ToVendor(Id))], Fingerprint);

    public static CategoryJson Read(JsonElement json) => new()
    {
        Id = json.Text("id")!,
        Name = json.Text("name")!,
        Purpose = json.Text("purpose")!,
        Order = (int)json.Number("order"),
        Fingerprint = json.Text("fingerprint")!,
        Vendors = json.Items("vendors", VendorJson.Read),
    };
}
