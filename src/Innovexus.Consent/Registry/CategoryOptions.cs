namespace Innovexus.Consent;

/// <summary>Declares a category, or changes a built-in one. Used at start-up only; not safe for concurrent use.</summary>
public sealed class CategoryOptions
{
    /// <summary>The name on the switch.</summary>
    /// <value>Required for a category of the site's own; the built-in ones have theirs.</value>
    public string? Name { get; set; }

    /// <summary>What it is for, in a sentence below the switch.</summary>
    /// <value>The built-in ones have theirs; else empty.</value>
    public string? Purpose { get; set; }

    /// <summary>Where it stands among the others; lower comes first. The built-in ones are 0 (necessary), 10, 20 and 30.</summary>
    /// <value>The default is 100.</value>
    public int? Order { get; set; }
}
