using System.Collections;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>How often a request evaluates. An evaluation is what looks at a category's vendors by their index, each of them once.</summary>
public class EvaluationCountTests
{
    [Theory]
    // What is locked before the choice, and the state after it.
    [InlineData("reject-all", false, 2)]
    // And what the signal would lock, which only the runtime is told.
    [InlineData("reject-all", true, 3)]
    [InlineData("save", true, 3)]
    public async Task A_post_evaluates_once_for_each_thing_that_it_asks(string action, bool byScript, int evaluations)
    {
        var vendors = new CountedVendors(Registries());
        await using var host = await Host.StartAsync(services: services => services.AddSingleton(vendors.Registry));
        var browser = host.Browser(new CookieContainer());
        if (byScript)
        {
            browser.DefaultRequestHeaders.Add("Accept", "application/json");
        }

        vendors.Looks = 0;
        (await browser.PostAsync("/_ic/decision", Form(action))).Dispose();

        Assert.Equal(evaluations, vendors.Looks);
    }

    [Fact]
    public async Task A_visitor_who_comes_again_costs_no_evaluation()
    {
        var vendors = new CountedVendors(Registries());
        await using var host = await Host.StartAsync(services: services => services.AddSingleton(vendors.Registry));
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        await browser.GetAsync("/page");

        vendors.Looks = 0;
        await browser.GetAsync("/page");

        Assert.Equal(0, vendors.Looks);
    }

    private static ConsentRegistry Registries()
    {
        var options = new ConsentOptions { Controller = new() { Name = "Innovexus" }, PrivacyPolicyPath = "/privacy" };
        options.Registry.DeclareVendor("ads", "marketing", vendor => (vendor.Name, vendor.Purpose) = ("Ads", "Tests"));
        return RegistryBuilder.Build(options);
    }

    /// <summary>The one vendor of <c>marketing</c>, which counts who looks.</summary>
    private sealed class CountedVendors : IReadOnlyList<ConsentVendor>
    {
        private readonly ConsentVendor _vendor;

        public CountedVendors(ConsentRegistry registry)
        {
            _vendor = registry.Vendors.Single(vendor => vendor.Id == "ads");
            Registry = new(
                registry.Controller,
                registry.PrivacyPolicyPath,
                null,
                null,
                [],
                registry.Categories.Select(category => category.Id != "marketing" ? category
                    : new ConsentCategory(category.Id, category.Name, category.Purpose, category.Order, this, category.Fingerprint)));
        }

        public ConsentRegistry Registry { get; }

        public int Looks { get; set; }

        public int Count => 1;

        public ConsentVendor this[int index]
        {
            get
            {
                Looks++;
                return index == 0 ? _vendor : throw new ArgumentOutOfRangeException(nameof(index));
            }
        }

        public IEnumerator<ConsentVendor> GetEnumerator()
        {
            yield return _vendor;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
