using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A call to a vendor that a circuit makes: for its own visitor, whose choice may change while it lives.</summary>
public class OutgoingCallTests(Chromium chromium, HostWithServerPages host) : IClassFixture<HostWithServerPages>
{
    [Fact]
    public async Task It_is_made_while_the_circuits_visitor_allows_it()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/call");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("Server");

        await CallAsync(walk, "NotDecided");
        await walk.ChooseAsync("Accept all");
        await CallAsync(walk, "(window.ran ??= []).push('called');");

        // Another visitor's circuit at the same time, and this one's change of mind.
        await using var other = await Walk.StartAsync(chromium, host.Url);
        await other.OpenAsync("/call");
        await Assertions.Expect(other.Page.Locator("#where")).ToHaveTextAsync("Server");
        await CallAsync(other, "NotDecided");
        await CallAsync(walk, "(window.ran ??= []).push('called');");
        await walk.Page.EvaluateAsync("() => innovexusConsent.decide({ one: false })");
        await CallAsync(walk, "Refused");
    }

    [Fact]
    public async Task It_ends_with_a_withdrawal_also_after_a_callback_of_the_sites_own_has_thrown()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/call?vendor=two&failing");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("Server");
        await walk.MarkDocumentAsync();
        await walk.Page.EvaluateAsync("() => innovexusConsent.decide({ two: true })");
        await CallAsync(walk, "(window.ran ??= []).push('called');");

        await walk.Page.EvaluateAsync("() => innovexusConsent.decide({ two: false })");

        await CallAsync(walk, "Refused");
        Assert.True(await walk.IsMarkedAsync());
        Assert.Contains("A callback of IConsentService.OnChange threw an exception", host.Output, StringComparison.Ordinal);
    }

    // Again and again: the circuit hears of a choice a moment after the page.
    private static Task CallAsync(Walk walk, string answer) => walk.Page.WaitForFunctionAsync(
        "answer => { document.getElementById('call').click(); return document.getElementById('called').textContent == answer }",
        answer,
        new() { PollingInterval = 200 });
}
