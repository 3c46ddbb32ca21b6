namespace Innovexus.Consent;

/// <summary>Finds a registry whose decision does not fit into its cookie, so that it could never be kept.</summary>
internal static class DecisionSizeCheck
{
    public static void Check(ConsentRegistry registry, string path, List<ConsentProblem> problems)
    {
        var refused = ChoiceResolver.Decide(new(registry, new(), ConsentFacts.Unknown, null, DateTimeOffset.UnixEpoch), ConsentChoice.RejectAll);
        if (!ConsentCookie.Holds(DateTimeOffset.MaxValue, refused.Choices))
        {
            problems.Add(new(path, $"There are too many categories for the decision cookie of {ConsentCookie.MaxLength} bytes. Join some, or shorten their ids."));
        }
    }
}
