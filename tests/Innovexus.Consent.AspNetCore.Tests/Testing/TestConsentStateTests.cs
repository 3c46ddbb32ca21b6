using Innovexus.Consent.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

public class TestConsentStateTests
{
    [Fact]
    public void Grants_these_ids_and_refuses_the_rest()
    {
        var state = TestConsentState.Granting("plausible", "marketing");

        Assert.True(state.IsGranted("plausible"));
        Assert.True(state.IsGranted("marketing"));
        Assert.True(state.IsGranted("necessary"));
        Assert.False(state.IsGranted("analytics"));
        Assert.Equal(ConsentReason.Unknown, state["chat"].Reason);
        Assert.False(state.NeedsDecision);
    }

    [Fact]
    public void Every_built_in_category_can_be_granted()
    {
        string[] categories = [ConsentCategories.Functional, ConsentCategories.Analytics, ConsentCategories.Marketing];

        Assert.All(categories, category => Assert.True(TestConsentState.Granting(category).IsGranted(category)));
    }

    [Fact]
    public async Task Of_a_sites_registry_it_knows_what_the_site_declares()
    {
        await using var host = await Host.StartAsync();
        var registry = host.Services.GetRequiredService<ConsentRegistry>();

        var state = TestConsentState.Granting(registry, "stats");

        Assert.Equal((true, ConsentReason.Refused), (state.IsGranted("stats"), state["ads"].Reason));
        Assert.True(TestConsentState.Undecided(registry).NeedsDecision);
        var exception = Assert.Throws<ArgumentException>(() => TestConsentState.Granting(registry, "statz"));
        Assert.Contains("Did you mean 'stats'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_an_id_is_named() =>
        Assert.Contains("'Plausible' is not a valid id", Assert.Throws<ConsentConfigurationException>(() => TestConsentState.Granting("Plausible")).Message, StringComparison.Ordinal);
}
