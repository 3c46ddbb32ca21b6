using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>Writes what is known, and nothing for what is not.</summary>
internal static class EventFields
{
    public static void Write(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    public static void Write(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }
}
