namespace Innovexus.Consent;

/// <summary>What an objection as a whole is about.</summary>
internal static class OptOutScope
{
    /// <summary>Whether one of these objections is about a vendor.</summary>
    public static bool IsIn(this ConsentVendor vendor, OptOuts objections) =>
        (vendor.SaleOrShare && (objections & OptOuts.Sale) != 0) || (vendor.SensitiveData && (objections & OptOuts.Sensitive) != 0);

    /// <summary>Whether there is nothing in a category but what was objected to as a whole.</summary>
    public static bool IsIn(this ConsentCategory category, OptOuts objections) =>
        objections != OptOuts.None && category.Vendors.Count > 0 && category.Vendors.All(vendor => vendor.IsIn(objections));
}
