using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A site with accounts, whose visitors' decisions are kept on it too, by a store that answers when it does.</summary>
internal static class AccountSite
{
    public const string All = "necessary consent analytics stats marketing ads";
    public const string None = "necessary consent";

    public static Task<Host> StartAsync(
        Action<ConsentServerOptions>? configure = null, Action<WebApplication>? use = null, Action<IServiceCollection>? services = null, FakeTimeProvider? clock = null) => Host.StartAsync(
            configure,
            app =>
            {
                // As authentication does, after routing where the host places that first.
                app.Use((context, next) =>
                {
                    if (context.Request.Headers["X-User"] is [{ } user])
                    {
                        context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "test"));
                    }

                    return next(context);
                });
                use?.Invoke(app);
            },
            all =>
            {
                all.AddConsent().AddExternalConsentSource<Account>().Services.AddSingleton<Accounts>();
                services?.Invoke(all);
            },
            clock);

    public static HttpClient SignedIn(Host host)
    {
        var browser = host.Browser(new CookieContainer());
        SignIn(browser);
        return browser;
    }

    public static void SignIn(HttpClient browser) => browser.DefaultRequestHeaders.Add("X-User", "anna");

    public static void Keep(Host host, ConsentChoice choice, DateTimeOffset at) =>
        Accounts.Of(host).Texts["anna"] = ExternalConsent.Of(ChoiceResolver.Decide(new(host.Services.GetRequiredService<ConsentRegistry>(), new(), ConsentFacts.Unknown, null, at), choice), signalled: false).ToString();

    // The retry waits by the clock, and begins to at some moment.
    public static MetricCollector<long> Failures(Host host) =>
        new(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), "Innovexus.Consent", "consent.source.failures");

    public static string Text(CollectedMeasurement<long> measurement) => $"{measurement.Tags["consent.source"]} {measurement.Tags["consent.outcome"]}";

    public static IEnumerable<Microsoft.Extensions.Logging.Testing.FakeLogRecord> Logged(Host host, string category) =>
        host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Category!.EndsWith(category, StringComparison.Ordinal));
}
