namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>What an SDK did that its entry does not say, in the order of a visit.</summary>
internal sealed class Findings
{
    /// <summary>What was there, or was asked for, without a grant.</summary>
    public SortedSet<string> WithoutGrant { get; } = [];

    /// <summary>What appeared while it was granted, and is not declared.</summary>
    public SortedSet<string> Undeclared { get; } = [];

    /// <summary>What a withdrawal left.</summary>
    public SortedSet<string> Left { get; } = [];

    /// <summary>Marks of an objection that a withdrawal deleted.</summary>
    public SortedSet<string> Objections { get; } = [];

    /// <summary>Everything that was seen, for the report.</summary>
    public SortedSet<string> Seen { get; } = [];
}
