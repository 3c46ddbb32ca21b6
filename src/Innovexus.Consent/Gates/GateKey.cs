using System.Security.Cryptography;
using System.Text;

namespace Innovexus.Consent;

/// <summary>The key by which the runtime knows a script it has run: the same script on another page has the same key.</summary>
internal static class GateKey
{
    public static string Of(string id, string content)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{content}"));
        return $"{id}-{Convert.ToHexStringLower(hash.AsSpan(0, 5))}";
    }
}
