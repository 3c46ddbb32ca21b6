using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>What is said in a signal, made ready for the browser: every stand-in written out that does not depend on the visitor.</summary>
internal static class SignalArguments
{
    public const string Granted = "$granted", Pending = "$pending", Yes = "yes", No = "no", Own = ".";

    private static readonly Dictionary<string, string[]> Unions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EU"] = RegionTable.Union,
        ["EEA"] = [.. RegionTable.Union, .. RegionTable.Agreement],
    };

    /// <summary>The ids that a signal depends on.</summary>
    public static IEnumerable<string> Ids(VendorSignal signal, string? vendor)
    {
        using var json = JsonDocument.Parse(signal.Arguments);
        return [.. Find(json.RootElement, Granted).Select(id => Id(id.GetString()!, vendor))];
    }

    /// <summary>The values of all properties of one name.</summary>
    public static IEnumerable<JsonElement> Find(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Name == name ? [property.Value.Clone()] : Find(property.Value, name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Find(item, name)),
        _ => [],
    };

    /// <summary>Writes the arguments for a page on which the visitor's choice is known, or is not.</summary>
    public static void Write(Utf8JsonWriter writer, VendorSignal signal, string? vendor, bool known)
    {
        using var json = JsonDocument.Parse(signal.Arguments);
        Write(writer, json.RootElement, vendor, known);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json, string? vendor, bool known)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                {
                    Write(writer, item, vendor, known);
                }

                writer.WriteEndArray();
                break;

            case JsonValueKind.Object when json.TryGetProperty(Granted, out var id):
                writer.WriteStartObject();
                writer.WriteString(Granted, Id(id.GetString()!, vendor));
                WriteAnswer(writer, json, Yes, true);
                WriteAnswer(writer, json, No, false);
                writer.WriteEndObject();
                break;

            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in json.EnumerateObject())
                {
                    WriteProperty(writer, property, vendor, known);
                }

                writer.WriteEndObject();
                break;

            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static void WriteProperty(Utf8JsonWriter writer, JsonProperty property, string? vendor, bool known)
    {
        var value = property.Value;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Pending, out var pending))
        {
            if (known)
            {
                return;
            }

            value = pending;
        }

        writer.WritePropertyName(property.Name);
        if (property.Name == "region" && value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var region in value.EnumerateArray().SelectMany(region => Unions.GetValueOrDefault(region.ToString(), [region.ToString()])).Distinct(StringComparer.Ordinal))
            {
                writer.WriteStringValue(region);
            }

            writer.WriteEndArray();
        }
        else
        {
            Write(writer, value, vendor, known);
        }
    }

    private static void WriteAnswer(Utf8JsonWriter writer, JsonElement json, string name, bool otherwise)
    {
        writer.WritePropertyName(name);
        if (json.TryGetProperty(name, out var value))
        {
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteBooleanValue(otherwise);
        }
    }

    private static string Id(string id, string? vendor) => id == Own ? vendor ?? id : id;
}
