using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>
/// Reads what the library itself has written, member by member: the serializer's generated code for the same would be a third of
/// what a WebAssembly application downloads of this library.
/// </summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static long Number(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt64() : 0;

    public static T Name<T>(this JsonElement json, string name)
        where T : struct, Enum => Enum.TryParse<T>(json.Text(name), out var value) ? value : default;

    public static bool Flag(this JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();

    public static TimeSpan? Duration(this JsonElement json, string name) =>
        json.Text(name) is { } text ? TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    public static T[] Items<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return [];
        }

        var items = new T[value.GetArrayLength()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(value[i]);
        }

        return items;
    }
}
