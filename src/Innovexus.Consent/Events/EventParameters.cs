using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>What an event tells, as JSON.</summary>
internal static class EventParameters
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The type is the application's own, as with every call to a script; the interface says so.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The same.")]
    public static string Write(string name, object? parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (parameters is null)
        {
            return "{}";
        }

        JsonElement json;
        try
        {
            json = JsonSerializer.SerializeToElement(parameters, parameters.GetType(), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new ArgumentException($"The parameters of '{name}' cannot be written as JSON. {exception.Message}", nameof(parameters), exception);
        }

        return json.ValueKind == JsonValueKind.Object
            ? json.GetRawText()
            : throw new ArgumentException($"The parameters of '{name}' are no object. Give them names, as in new {{ plan = \"pro\" }}.", nameof(parameters));
    }
}
