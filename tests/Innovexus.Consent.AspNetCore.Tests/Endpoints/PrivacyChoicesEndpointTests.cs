using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The page of privacy choices, as a browser without script uses it.</summary>
public class PrivacyChoicesEndpointTests
{
    private const string Page = "/_ic/privacy-choices";

    [Fact]
    public async Task Opting_out_is_one_click_and_confirmed_and_opting_in_again_takes_two()
    {
        await using var host = await Host.StartAsync(services: services => services.AddConsent().AddRegionResolver(_ => "US-CA"));
        var browser = host.Browser(new CookieContainer());
        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        var first = await browser.GetAsync(Page);
        Assert.Equal("no-store", first.Headers.CacheControl!.ToString());
        Assert.Contains("value=\"opt-out\"", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var posted = await browser.PostAsync("/_ic/decision", Form("opt-out", ("return", Page)));

        Assert.Equal(Page, posted.Headers.Location!.ToString());
        Assert.Equal("necessary consent analytics stats", await browser.GetStringAsync("/state"));
        var confirmed = await browser.GetStringAsync(Page);
        Assert.Contains("Opt-out request honored", confirmed, StringComparison.Ordinal);
        Assert.Contains("24\u00A0November\u00A02026", WebUtility.HtmlDecode(confirmed), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"opt-out\"", confirmed, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"confirm\"", confirmed, StringComparison.Ordinal);

        Assert.Contains("name=\"confirm\" value=\"yes\"", await browser.GetStringAsync($"{Page}?step=opt-in"), StringComparison.Ordinal);
        await browser.PostAsync("/_ic/decision", Form("opt-in", ("confirm", "yes")));
        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signal_is_shown_as_honored()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser(new CookieContainer());
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");

        foreach (var path in new[] { Page, "/page" })
        {
            Assert.Contains("opt-out preference signal (Global Privacy Control)", await browser.GetStringAsync(path), StringComparison.Ordinal);
        }

        Assert.Contains("opt-out preference signal", await browser.GetStringAsync("/_ic/preferences"), StringComparison.Ordinal);
        Assert.Contains("this site ignores the signal", await browser.GetStringAsync($"{Page}?step=opt-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Built_in_pages_link_the_choices_where_a_vendor_sells_or_shares(bool sells)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddConsent(options =>
            {
                options.Controller = new() { Name = "Innovexus" };
                options.PrivacyPolicyPath = "/privacy";
            })
            .AddVendor("chat", "functional", vendor =>
            {
                vendor.Name = "Chat";
                vendor.Purpose = "Answers";
                vendor.Role = sells ? VendorRole.ThirdParty : VendorRole.Processor;
            });
        await using var app = builder.Build();
        app.MapConsent();
        await app.StartAsync();

        var page = await app.GetTestClient().GetStringAsync("/_ic/preferences");

        Assert.Equal(sells, page.Contains($"href=\"{Page}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_is_offered_nothing()
    {
        await using var host = await Host.StartAsync(options => options.Age = (_, _) => new(AgeSignal.Under13));

        var page = await host.Browser().GetStringAsync($"{Page}?step=opt-in");

        Assert.Contains("This stays off for young visitors.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"opt-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_data_can_be_limited_where_a_vendor_uses_it()
    {
        await using var host = await Host.StartAsync(services: services => services.AddConsent()
            .AddRegionResolver(_ => "US-CA").AddVendor("health", "analytics", vendor =>
                (vendor.Name, vendor.Purpose, vendor.Role, vendor.SensitiveData) = ("Health", "Tests", VendorRole.Processor, true)));
        var browser = host.Browser(new CookieContainer());
        Assert.Contains("value=\"limit\"", await browser.GetStringAsync(Page), StringComparison.Ordinal);

        await browser.PostAsync("/_ic/decision", Form("limit"));

        Assert.Equal("necessary consent analytics stats marketing ads", await browser.GetStringAsync("/state"));
        Assert.Contains("You have limited it", await browser.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/_ic/decision", Form("allow-sensitive"))).StatusCode);
        await browser.PostAsync("/_ic/decision", Form("allow-sensitive", ("confirm", "yes")));
        Assert.Contains("health", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }
}
