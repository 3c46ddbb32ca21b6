using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>What the catalogue knows of one vendor. Immutable and safe to share between threads.</summary>
internal sealed class CatalogueEntry(string id, JsonElement json)
{
    public string Id => id;

    public string Name { get; } = json.Text("name")!;

    /// <summary>What its scripts need to know of the site.</summary>
    public IReadOnlyList<EntryParameter> Parameters { get; } = json.Items("parameters", EntryParameter.Read);

    /// <summary>Writes all of it into a declaration.</summary>
    /// <param name="vendor">The declaration.</param>
    /// <param name="values">What its scripts need to know; nothing where the site writes the scripts itself.</param>
    public void Declare(VendorOptions vendor, IReadOnlyDictionary<string, string> values)
    {
        vendor.Category = json.Text("category");
        vendor.Name = Name;
        vendor.Purpose = json.Text("purpose");
        vendor.PolicyUrl = json.Text("policyUrl");
        vendor.Role = json.Name<VendorRole>("role");
        vendor.SaleOrShare = json.Flag("saleOrShare");
        vendor.SensitiveData = json.Flag("sensitiveData");
        vendor.Countries = [.. json.Items("countries", country => country.GetString()!)];
        vendor.Transfer = json.Text("transfer");
        AddOrigins(vendor);
        foreach (var store in json.Items("stores", Store))
        {
            vendor.Cookies.Add(store);
        }

        AddSignals(vendor);
        vendor.Events = Call("events");
        vendor.PageView = Call("pageView");
        vendor.PageViews = Enum.Parse<VendorPageViews>(json.Text("pageViews") ?? nameof(VendorPageViews.None), ignoreCase: true);
        if (Parameters.All(parameter => values.ContainsKey(parameter.Name)))
        {
            EntryScripts.Add(vendor, json, values);
        }
    }

    private void AddOrigins(VendorOptions vendor)
    {
        if (json.TryGetProperty("origins", out var uses))
        {
            foreach (var use in uses.EnumerateObject())
            {
                foreach (var origin in use.Value.EnumerateArray())
                {
                    vendor.AddOrigin(origin.GetString()!, Enum.Parse<VendorUses>(use.Name));
                }
            }
        }
    }

    private void AddSignals(VendorOptions vendor)
    {
        // A few send what they have collected when they are told to stop; those are dropped without a word.
        var isDropped = json.Text("withdrawal") == "drop";
        foreach (var signal in json.Items("signals", Signal))
        {
            if (!isDropped || signal.When != SignalMoment.Revoke)
            {
                vendor.Signals.Add(signal);
            }
        }
    }

    private VendorCall? Call(string name) => !json.TryGetProperty(name, out var call) ? null : new()
    {
        Form = call.Name<SignalForm>("form"),
        Target = call.Text("target")!,
        Arguments = call.GetProperty("arguments").GetRawText(),
    };

    private static VendorSignal Signal(JsonElement signal) => new()
    {
        When = signal.Name<SignalMoment>("when"),
        Form = signal.Name<SignalForm>("form"),
        Target = signal.Text("target")!,
        Arguments = signal.GetProperty("arguments").GetRawText(),
    };

    private static CookieDeclaration Store(JsonElement store) => new()
    {
        Name = store.Text("name")!,
        Kind = store.Name<StorageKind>("kind"),
        Duration = Duration(store),
        Purpose = store.Text("purpose")!,
        Domain = store.Text("domain"),
        ThirdParty = store.TryGetProperty("domain", out _),
        Path = store.Text("path") ?? "/",
        HttpOnly = store.Flag("httpOnly"),
        OptOut = store.Flag("optOut"),
    };

    private static TimeSpan? Duration(JsonElement store) =>
        store.TryGetProperty("days", out var days) ? TimeSpan.FromDays(days.GetDouble())
        : store.TryGetProperty("hours", out var hours) ? TimeSpan.FromHours(hours.GetDouble())
        : store.TryGetProperty("minutes", out var minutes) ? TimeSpan.FromMinutes(minutes.GetDouble())
        : null;
}
