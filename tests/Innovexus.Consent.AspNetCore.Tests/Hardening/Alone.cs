namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Tests that look at the process as a whole, and so run when no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
