using System.Net;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What visitors are told of their account: that a choice counts for it, and once that it contradicts the browser.</summary>
public class AccountConflictTests
{
    [Theory]
    [InlineData(1, "Your account's is the one that counts.")]
    [InlineData(-1, "This browser's is the one that counts here.")]
    public async Task A_contradiction_is_told_on_one_page_after_signing_in(int days, string words)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(clock: clock);
        var browser = host.Browser(new CookieContainer());
        clock.Advance(TimeSpan.FromDays(2));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow().AddDays(days));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain(Encoded(words), await browser.GetStringAsync("/page"), StringComparison.Ordinal);

        SignIn(browser);
        browser.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch;prerender");
        Assert.DoesNotContain(Encoded(words), await browser.GetStringAsync("/page"), StringComparison.Ordinal);
        browser.DefaultRequestHeaders.Remove("Sec-Purpose");
        var told = await browser.GetAsync("/page");
        Assert.Contains(Encoded(words), await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Twelve bits, which find nobody.
        Assert.Matches("^ic_account[^=]*=[0-9A-F]{3};", told.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("ic_account", StringComparison.Ordinal)));
        Assert.DoesNotContain(Encoded(words), await browser.GetStringAsync("/page"), StringComparison.Ordinal);

        // Decided anew on another device.
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow());
        Assert.Contains(Encoded(ConsentTexts.Default.Conflict(AccountPrecedence.Account)), await browser.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Banner_and_preferences_say_that_a_choice_counts_for_the_account(bool follows)
    {
        await using var host = await StartAsync(options => options.ChoicesFollowAccount = follows);
        await using var without = await Host.StartAsync();

        foreach (var path in new[] { "/page", "/_ic/preferences" })
        {
            Assert.Equal(follows, (await host.Browser().GetStringAsync(path)).Contains(ConsentTexts.Default.FollowsAccount, StringComparison.Ordinal));
            Assert.DoesNotContain(ConsentTexts.Default.FollowsAccount, await without.Browser().GetStringAsync(path), StringComparison.Ordinal);
        }

        // Declared where it is used.
        Assert.Contains(host.Services.GetRequiredService<ConsentRegistry>().Vendors.SelectMany(vendor => vendor.Cookies), cookie => cookie.Name == $"{ConsentCookie.AccountName}*");
    }

    private static string Encoded(string words) => System.Text.Encodings.Web.HtmlEncoder.Default.Encode(words);
}
