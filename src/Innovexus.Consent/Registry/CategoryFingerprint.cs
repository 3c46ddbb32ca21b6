using System.Security.Cryptography;
using System.Text;

namespace Innovexus.Consent;

/// <summary>Four letters A–Z over what is material in a category: whoever agreed must be asked again when it changes (GDPR Art. 4(11)).</summary>
internal static class CategoryFingerprint
{
    public const int Length = 4;

    public static string Of(IEnumerable<ConsentVendor> vendors)
    {
        var material = new StringBuilder();
        foreach (var vendor in vendors.OrderBy(vendor => vendor.Id, StringComparer.Ordinal))
        {
            material.Append(Material(vendor)).Append('\n');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(material.ToString()));
        return string.Create(Length, hash, static (letters, hash) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('A' + BitConverter.ToUInt32(hash, i * sizeof(uint)) % 26);
            }
        });
    }

    /// <summary>What is material of one vendor: its id, role, sale, countries, transfer, revision and, where it uses them, sensitive data.</summary>
    public static string Material(ConsentVendor vendor) => new StringBuilder()
        .Append(vendor.Id).Append('|')
        .Append(vendor.Role).Append('|')
        .Append(vendor.SaleOrShare).Append('|')
        .AppendJoin(',', vendor.Countries.Order(StringComparer.Ordinal)).Append('|')
        .Append(vendor.Transfer).Append('|')
        .Append(vendor.Revision).Append(vendor.SensitiveData ? "|sensitive" : "")
        .ToString();
}
