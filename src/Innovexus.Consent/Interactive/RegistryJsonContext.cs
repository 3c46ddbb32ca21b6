using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>Apart from the state's, so that no browser downloads it: only a server writes the registry.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RegistryJson))]
internal sealed partial class RegistryJsonContext : JsonSerializerContext;
