namespace Innovexus.Consent;

/// <summary>One thing that is wrong with the registry.</summary>
/// <param name="Path">Where: a configuration path such as <c>Consent:Vendors:plausible:Category</c>.</param>
/// <param name="Message">What is wrong, and the mend.</param>
public sealed record ConsentProblem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
