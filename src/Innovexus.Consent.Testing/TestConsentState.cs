namespace Innovexus.Consent.Testing;

/// <summary>
/// States for tests, evaluated as a visitor's is who is in an unknown region and sends no signal. Every decision is one of the same moment,
/// and counts. Safe for concurrent use.
/// </summary>
public static class TestConsentState
{
    /// <summary>The state of a visitor who has allowed these, and refused the rest.</summary>
    /// <param name="ids">Ids of vendors or categories. They need not be declared anywhere; others count as not declared.</param>
    /// <exception cref="ConsentConfigurationException">One of them cannot be an id.</exception>
    public static ConsentState Granting(params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string[] granted = [.. ids.Distinct(StringComparer.Ordinal)];
        return Of(TestRegistry.Of(granted), granted);
    }

    /// <summary>The state of a visitor of a site who has allowed these, and refused the rest.</summary>
    /// <param name="registry">What the site declares, such as the <see cref="ConsentRegistry"/> among its services.</param>
    /// <param name="ids">Ids of vendors or categories.</param>
    /// <exception cref="ArgumentException">One of them is not declared there.</exception>
    public static ConsentState Granting(ConsentRegistry registry, params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(ids);
        string[] granted = [.. ids];
        TestRegistry.ThrowIfUnknown(registry, granted);
        return Of(registry, granted);
    }

    /// <summary>The state of a visitor of a site who has decided nothing.</summary>
    /// <param name="registry">What the site declares.</param>
    public static ConsentState Undecided(ConsentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return TestRegistry.Evaluate(registry, null);
    }

    private static ConsentState Of(ConsentRegistry registry, string[] granted) =>
        TestRegistry.Evaluate(registry, TestRegistry.Decide(registry, null, ConsentChoice.Only(granted)));
}
