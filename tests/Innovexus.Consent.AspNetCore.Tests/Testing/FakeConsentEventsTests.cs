using Innovexus.Consent.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

public class FakeConsentEventsTests
{
    [Fact]
    public async Task What_is_said_is_listed_as_a_vendor_would_hear_it()
    {
        var services = new ServiceCollection();
        services.AddFakeConsent("plausible");
        await using var provider = services.BuildServiceProvider();
        var events = provider.GetRequiredService<IConsentEvents>();

        await events.TrackAsync("signup", new { plan = "pro" });
        await events.TrackAsync(new RefundEvent { TransactionId = "T" });

        Assert.Equal([("signup", """{"plan":"pro"}"""), ("refund", """{"transaction_id":"T","items":[]}""")], provider.GetRequiredService<FakeConsentEvents>().Said);
    }
}
