namespace Innovexus.Consent;

/// <summary>What a circuit or a WebAssembly application knows of its host.</summary>
/// <param name="Development">Tells whether mistakes are shown, once that is known.</param>
/// <param name="Route">The path of one of the package's files below the base.</param>
internal sealed record InteractiveHost(Func<bool> Development, Func<string, string> Route);
