using System.Text.Json.Serialization;

namespace Innovexus.Consent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConsentStateJson))]
internal sealed partial class ConsentJsonContext : JsonSerializerContext;
