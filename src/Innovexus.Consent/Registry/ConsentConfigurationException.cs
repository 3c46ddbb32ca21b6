namespace Innovexus.Consent;

/// <summary>The registry is not valid. Stops start-up, and lists every problem at once.</summary>
public sealed class ConsentConfigurationException : Exception
{
    internal ConsentConfigurationException(IReadOnlyList<ConsentProblem> problems)
        : base(Describe(problems))
    {
        Problems = problems;
    }

    /// <summary>Every problem, ordered by path.</summary>
    public IReadOnlyList<ConsentProblem> Problems { get; }

    private static string Describe(IReadOnlyList<ConsentProblem> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return $"The consent registry has {count}:{Environment.NewLine}"
            + string.Join(Environment.NewLine, problems.Select(problem => $"  - {problem}"));
    }
}
