using System.Text;
using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>Makes an entry's scripts with a site's values.</summary>
internal static class EntryScripts
{
    public static void Add(VendorOptions vendor, JsonElement entry, IReadOnlyDictionary<string, string> values)
    {
        foreach (var script in entry.Items("scripts", script => script))
        {
            var src = script.Text("src") is { } address ? Fill(address, values, Uri.EscapeDataString) : null;
            vendor.Scripts.Add(new()
            {
                Src = src,
                Code = script.Text("code") is { } code ? Fill(code, values, Literal) : null,
                Attributes = Attributes(script, values),
            });
            if (Uri.TryCreate(src, UriKind.Absolute, out var origin) && origin.Scheme == Uri.UriSchemeHttps)
            {
                AddOrigin(vendor, origin);
            }
        }
    }

    // Where the site names the host, as of a Matomo of its own, everything goes there.
    private static void AddOrigin(VendorOptions vendor, Uri address)
    {
        if (!vendor.Origins.Any(origin => origin.Uses.HasFlag(VendorUses.Script) && VendorSource.Matches(origin.Origin, address)))
        {
            vendor.AddOrigin(address.GetLeftPart(UriPartial.Authority), VendorUses.Script | VendorUses.Connect | VendorUses.Image);
        }
    }

    private static Dictionary<string, string?> Attributes(JsonElement script, IReadOnlyDictionary<string, string> values)
    {
        var attributes = new Dictionary<string, string?>();
        if (script.Flag("async"))
        {
            attributes["async"] = null;
        }

        if (script.TryGetProperty("attributes", out var given))
        {
            foreach (var attribute in given.EnumerateObject())
            {
                attributes[attribute.Name] = Fill(attribute.Value.GetString()!, values, value => value);
            }
        }

        return attributes;
    }

    // A literal of JSON, in which every letter that HTML or a script could take for its own is written as an escape.
    private static string Literal(string value) => $"\"{JsonEncodedText.Encode(value)}\"";

    // Braces with anything else between them are the script's own. One pass, since a value may hold braces too.
    private static string Fill(string text, IReadOnlyDictionary<string, string> values, Func<string, string> encode)
    {
        var filled = new StringBuilder();
        var from = 0;
        while (text.IndexOf('{', from) is var open && open >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close > open && values.TryGetValue(text[(open + 1)..close], out var value))
            {
                filled.Append(text, from, open - from).Append(encode(value));
                from = close + 1;
            }
            else
            {
                filled.Append(text, from, open + 1 - from);
                from = open + 1;
            }
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }
}
