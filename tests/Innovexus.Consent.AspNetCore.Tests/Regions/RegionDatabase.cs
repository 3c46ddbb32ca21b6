using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Writes small databases in MaxMind's format (MaxMind DB File Format Specification 2.0), of IPv4 addresses, with records of 24 bits.</summary>
internal static class RegionDatabase
{
    private const int Nothing = -1;

    /// <summary>A database of networks such as <c>192.0.2.0/24</c>, each with a region such as <c>US-CA</c>.</summary>
    public static byte[] Of(params (string Network, string Region)[] networks)
    {
        var nodes = new List<int[]> { new[] { Nothing, Nothing } };
        var leaves = new Dictionary<(int Node, int Side), int>();
        using var data = new MemoryStream();
        foreach (var (network, region) in networks)
        {
            var parts = network.Split('/');
            var bits = BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(parts[0]).GetAddressBytes());
            var length = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            var node = 0;
            for (var bit = 0; bit < length - 1; bit++)
            {
                var side = Side(bits, bit);
                if (nodes[node][side] == Nothing)
                {
                    nodes.Add([Nothing, Nothing]);
                    nodes[node][side] = nodes.Count - 1;
                }

                node = nodes[node][side];
            }

            leaves[(node, Side(bits, length - 1))] = (int)data.Length;
            Write(data, Record(region));
        }

        using var file = new MemoryStream();
        for (var node = 0; node < nodes.Count; node++)
        {
            for (var side = 0; side < 2; side++)
            {
                var value = leaves.TryGetValue((node, side), out var offset) ? nodes.Count + 16 + offset : nodes[node][side] == Nothing ? nodes.Count : nodes[node][side];
                file.Write([(byte)(value >> 16), (byte)(value >> 8), (byte)value]);
            }
        }

        file.Write(new byte[16]);
        data.WriteTo(file);
        file.Write([0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8]);
        Write(file, new Dictionary<string, object>
        {
            ["binary_format_major_version"] = (ushort)2, ["binary_format_minor_version"] = (ushort)0, ["build_epoch"] = 1_795_521_600UL, ["database_type"] = "Test-City",
            ["description"] = new Dictionary<string, object>(), ["ip_version"] = (ushort)4, ["languages"] = Array.Empty<object>(), ["node_count"] = (uint)nodes.Count, ["record_size"] = (ushort)24,
        });
        return file.ToArray();
    }

    private static int Side(uint bits, int bit) => (int)(bits >> (31 - bit)) & 1;

    private static Dictionary<string, object> Record(string region)
    {
        var parts = region.Split('-');
        var record = new Dictionary<string, object> { ["country"] = new Dictionary<string, object> { ["iso_code"] = parts[0], ["names"] = new Dictionary<string, object> { ["en"] = "Somewhere" } } };
        if (parts.Length > 1)
        {
            record["subdivisions"] = new object[] { new Dictionary<string, object> { ["iso_code"] = parts[1] } };
        }

        return record;
    }

    private static void Write(Stream stream, object value)
    {
        switch (value)
        {
            case string text:
                stream.WriteByte((byte)((2 << 5) | text.Length));
                stream.Write(Encoding.UTF8.GetBytes(text));
                break;
            case ushort number:
                stream.Write([(5 << 5) | 2, (byte)(number >> 8), (byte)number]);
                break;
            case uint number:
                stream.Write([(6 << 5) | 4, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
                break;
            case ulong number:
                Span<byte> bytes = stackalloc byte[8];
                BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
                stream.Write([8, 2, .. bytes]);
                break;
            case object[] items:
                stream.Write([(byte)items.Length, 4]);
                foreach (var item in items)
                {
                    Write(stream, item);
                }

                break;
            case Dictionary<string, object> map:
                stream.WriteByte((byte)((7 << 5) | map.Count));
                foreach (var (key, item) in map)
                {
                    Write(stream, key);
                    Write(stream, item);
                }

                break;
        }
    }
}
