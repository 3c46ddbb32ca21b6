using System.Text.Json;
using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>A vendor as it travels.</summary>
internal sealed class VendorJson
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public string? PolicyUrl { get; init; }

    public VendorRole Role { get; init; }

    public bool SaleOrShare { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SensitiveData { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Countries { get; init; }

    public string? Transfer { get; init; }

    public string? Places { get; init; }

    public int Revision { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CookieDeclaration>? Cookies { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VendorOrigin>? Origins { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VendorSignal>? Signals { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VendorScript>? Scripts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VendorCall? Events { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VendorCall? PageView { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public VendorPageViews PageViews { get; init; }

    public static VendorJson Of(ConsentVendor vendor) => new()
    {
        Id = vendor.Id,
        Name = vendor.Name,
        Purpose = vendor.Purpose,
        PolicyUrl = vendor.PolicyUrl,
        Role = vendor.Role,
        SaleOrShare = vendor.SaleOrShare,
        SensitiveData = vendor.SensitiveData,
        Countries = vendor.Countries.Count == 0 ? null : vendor.Countries,
        Transfer = vendor.Transfer,
        Places = vendor.Places,
        Revision = vendor.Revision,
        Cookies = vendor.Cookies.Count == 0 ? null : vendor.Cookies,
        Origins = vendor.Origins.Count == 0 ? null : vendor.Origins,
        Signals = vendor.Signals.Count == 0 ? null : vendor.Signals,
        Scripts = vendor.Scripts.Count == 0 ? null : vendor.Scripts,
        Events = vendor.Events,
        PageView = vendor.PageView,
        PageViews = vendor.PageViews,
    };

    public static VendorJson Read(JsonElement json) => new()
    {
        Id = json.Text("id")!,
        Name = json.Text("name")!,
        Purpose = json.Text("purpose")!,
        PolicyUrl = json.Text("policyUrl"),
        Role = json.Name<VendorRole>("role"),
        SaleOrShare = json.Flag("saleOrShare"),
        SensitiveData = json.Flag("sensitiveData"),
        Countries = json.Items("countries", country => country.GetString()!),
        Transfer = json.Text("transfer"),
        Places = json.Text("places"),
        Revision = (int)json.Number("revision"),
        Cookies = json.Items("cookies", Cookie),
        Origins = json.Items("origins", origin => new VendorOrigin { Origin = origin.Text("origin")!, Uses = origin.Name<VendorUses>("uses") }),
        Signals = json.Items("signals", Signal),
        Scripts = json.Items("scripts", Script),
        Events = Call(json, "events"),
        PageView = Call(json, "pageView"),
        PageViews = json.Name<VendorPageViews>("pageViews"),
    };

    public ConsentVendor ToVendor(string category)
    {
        var options = new VendorOptions
        {
            Name = Name,
            Purpose = Purpose,
            PolicyUrl = PolicyUrl,
            Role = Role,
            SaleOrShare = SaleOrShare,
            SensitiveData = SensitiveData,
            Countries = [.. Countries ?? []],
            Transfer = Transfer,
            Revision = Revision,
            Events = Events,
            PageView = PageView,
            PageViews = PageViews,
        };
        foreach (var cookie in Cookies ?? [])
        {
            options.Add(cookie);
        }

        foreach (var origin in Origins ?? [])
        {
            options.Origins.Add(origin);
        }

        foreach (var signal in Signals ?? [])
        {
            options.Signals.Add(signal);
        }

        foreach (var script in Scripts ?? [])
        {
            options.Scripts.Add(script);
        }

        return new(Id, category, options, Places);
    }

    private static CookieDeclaration Cookie(JsonElement json) => new()
    {
        Name = json.Text("name")!,
        Kind = json.Name<StorageKind>("kind"),
        Duration = json.Duration("duration"),
        Purpose = json.Text("purpose")!,
        Domain = json.Text("domain"),
        Path = json.Text("path")!,
        HttpOnly = json.Flag("httpOnly"),
        OptOut = json.Flag("optOut"),
        ThirdParty = json.Flag("thirdParty"),
    };

    private static VendorCall? Call(JsonElement json, string name) => !json.TryGetProperty(name, out var call) ? null : new()
    {
        Form = call.Name<SignalForm>("form"),
        Target = call.Text("target")!,
        Arguments = call.Text("arguments")!,
    };

    internal static VendorSignal Signal(JsonElement json) => new()
    {
        When = json.Name<SignalMoment>("when"),
        Form = json.Name<SignalForm>("form"),
        Target = json.Text("target")!,
        Arguments = json.Text("arguments")!,
    };

    private static VendorScript Script(JsonElement json) => new()
    {
        Src = json.Text("src"),
        Code = json.Text("code"),
        Attributes = json.GetProperty("attributes").EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => attribute.Value.GetString()),
    };
}
