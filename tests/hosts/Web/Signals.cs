namespace Innovexus.Consent.Hosts.Web;

/// <summary>What the site and its vendors say, in every form and at every moment; only where the test asks for it.</summary>
internal static class Signals
{
    public static IConsentBuilder AddTestSignals(this IConsentBuilder consent, IConfiguration configuration)
    {
        if (configuration["Signals"] != "on")
        {
            return consent;
        }

        consent.Services.Configure<ConsentOptions>(options =>
        {
            options.Signals.Add(Mode(SignalMoment.Before, "default", """, "wait_for_update": { "$pending": 500 }"""));
            options.Signals.Add(Mode(SignalMoment.Change, "update", ""));
        });
        return consent
            .AddVendor("counter", "analytics", vendor =>
            {
                Vendors.Describe(vendor, "Counter");
                vendor.AddSignal(SignalMoment.Before, SignalForm.PushArray, "_paq", """["requireConsent"]""")
                    .AddSignal(SignalMoment.Before, SignalForm.Set, "count-disabled", "[true]")
                    .AddSignal(SignalMoment.Grant, SignalForm.Set, "count-disabled", "[false]")
                    .AddSignal(SignalMoment.Grant, SignalForm.PushArray, "_paq", """["setConsentGiven"]""")
                    .AddSignal(SignalMoment.Grant, SignalForm.Call, "counter.grant", """["granted"]""")
                    .AddSignal(SignalMoment.Revoke, SignalForm.PushArray, "_paq", """["forgetConsentGiven"]""")
                    .AddSignal(SignalMoment.Revoke, SignalForm.Call, "counter.revoke", """["revoked"]""");
                vendor.AddLocalStorage("counter", "Counts");
            })
            .AddVendor("ads", "marketing", vendor =>
            {
                Vendors.Describe(vendor, "Ads");
                vendor.AddSignal(SignalMoment.Change, SignalForm.PushItems, "uetq", """["consent", "update", { "ad_storage": { "$granted": ".", "yes": "granted", "no": "denied" } }]""");
            });
    }

    private static VendorSignal Mode(SignalMoment when, string command, string more) => new()
    {
        When = when,
        Form = SignalForm.PushArguments,
        Target = "dataLayer",
        Arguments = $$"""
            ["consent", "{{command}}", {
              "ad_storage": { "$granted": "marketing", "yes": "granted", "no": "denied" },
              "analytics_storage": { "$granted": "analytics", "yes": "granted", "no": "denied" }{{more}}
            }]
            """,
    };
}
