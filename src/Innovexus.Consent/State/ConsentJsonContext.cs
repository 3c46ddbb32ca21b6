using System.Text.Json.Serialization;

namespace Innovexus.Consent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ConsentStateJson))]
internal sealed partial class ConsentJsonContext : JsonSerializerContext;
