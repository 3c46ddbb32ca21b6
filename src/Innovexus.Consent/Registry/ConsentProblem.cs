namespace Innovexus.Consent;

/// <summary>One thing that is wrong with the registry. Immutable and safe to share between threads.</summary>
public sealed record ConsentProblem
{
    internal ConsentProblem(string path, string message) => (Path, Message) = (path, message);

    /// <summary>Where: a configuration path such as <c>Consent:Vendors:plausible:Category</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong, and the fix.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
