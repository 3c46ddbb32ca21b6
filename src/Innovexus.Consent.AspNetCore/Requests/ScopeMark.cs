namespace Innovexus.Consent;

/// <summary>Tells one scope from another, whatever the container hands out as its services.</summary>
internal sealed class ScopeMark;
