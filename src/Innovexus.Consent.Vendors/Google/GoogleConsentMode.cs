using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Has the site say Consent Mode v2 to Google's tags: as signals, like everything else that is said.</summary>
internal sealed class GoogleConsentMode(IOptions<GoogleConsentModeOptions> mode) : IPostConfigureOptions<ConsentOptions>
{
    private const string Queue = "dataLayer";

    // Where a page is the same for all, its browser learns the visitor's choice a moment later.
    private const int WaitForUpdate = 500;

    /// <summary>The entries whose tags read it.</summary>
    public static IReadOnlyList<string> Readers { get; } = ["firebase-analytics", "google-ads", "google-analytics", "google-marketing-platform", "google-tag-manager"];

    public static void Add(IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ConsentOptions>, GoogleConsentMode>());
    }

    public void PostConfigure(string? name, ConsentOptions options)
    {
        if (options.Signals.Any(IsDefault))
        {
            // The site says it itself, in its own words.
            return;
        }

        var (given, draft) = (mode.Value, options.Registry);
        List<VendorSignal> first = [Signal(SignalMoment.Before, "consent", "default", Types(given, draft, waits: true))];
        if (given.AdsDataRedaction)
        {
            first.Add(Signal(SignalMoment.Before, "set", "ads_data_redaction", true));
        }

        if (given.UrlPassthrough)
        {
            first.Add(Signal(SignalMoment.Before, "set", "url_passthrough", true));
        }

        for (var i = 0; i < first.Count; i++)
        {
            options.Signals.Insert(i, first[i]);
        }

        options.Signals.Add(Signal(SignalMoment.Change, "consent", "update", Types(given, draft, waits: false)));
        if (given.Advanced)
        {
            draft.Warnings.Add(
                "Google's Consent Mode is set to Advanced: tags that render with Ungated load for every visitor and send pings before and without consent. In the EEA, the United Kingdom and Switzerland that needs consent itself (EDPB Guidelines 2/2023). Remove Advanced unless you have decided that.");
        }
    }

    private static JsonObject Types(GoogleConsentModeOptions mode, RegistryDraft draft, bool waits)
    {
        var ads = draft.Vendors.ContainsKey("google-ads") ? "google-ads" : ConsentCategories.Marketing;
        var analytics = draft.Vendors.ContainsKey("google-analytics") ? "google-analytics" : ConsentCategories.Analytics;
        var types = new JsonObject
        {
            ["ad_storage"] = Follows(mode.AdStorage ?? ads),
            ["ad_user_data"] = Follows(mode.AdUserData ?? ads),
            ["ad_personalization"] = Follows(mode.AdPersonalization ?? ads),
            ["analytics_storage"] = Follows(mode.AnalyticsStorage ?? analytics),
            ["functionality_storage"] = Follows(mode.FunctionalityStorage),
            ["personalization_storage"] = Follows(mode.PersonalizationStorage),
            ["security_storage"] = "granted",
        };
        if (waits)
        {
            types["wait_for_update"] = new JsonObject { [SignalArguments.Pending] = WaitForUpdate };
        }

        return types;
    }

    private static JsonObject Follows(string id) => new() { [SignalArguments.Granted] = id, [SignalArguments.Yes] = "granted", [SignalArguments.No] = "denied" };

    private static VendorSignal Signal(SignalMoment when, string command, string about, JsonNode value) => new()
    {
        When = when,
        Form = SignalForm.PushArguments,
        Target = Queue,
        Arguments = new JsonArray(command, about, value).ToJsonString(),
    };

    private static bool IsDefault(VendorSignal signal)
    {
        if (signal.Target != Queue)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(signal.Arguments);
            return json.RootElement is { ValueKind: JsonValueKind.Array } words && words.GetArrayLength() > 1 && words[0].ToString() == "consent" && words[1].ToString() == "default";
        }
        catch (JsonException)
        {
            // Reported when the registry is built.
            return false;
        }
    }
}
