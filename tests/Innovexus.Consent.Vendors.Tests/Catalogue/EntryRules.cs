using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What every entry of the catalogue keeps to.</summary>
internal static partial class EntryRules
{
    /// <summary>What an entry says, in this order.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "id", "name", "controller", "category", "role", "saleOrShare", "sensitiveData", "countries", "transfer", "policyUrl", "purpose", "origins", "stores",
        "parameters", "scripts", "signals", "events", "pageViews", "pageView", "withdrawal", "globalPrivacyControl", "trustedTypes", "notes", "sources", "npm",
    ];

    /// <summary>What every entry says.</summary>
    public static IReadOnlyList<string> Required { get; } = ["id", "name", "controller", "category", "role", "saleOrShare", "policyUrl", "purpose", "origins", "sources"];

    private static readonly string[] StoreKeys =
        ["name", "kind", "minutes", "hours", "days", "domain", "path", "httpOnly", "optOut", "sharedWith", "purpose", "example"];

    // What is copied from elsewhere must say from where.
    private static readonly string[] Sourced = ["origins", "stores", "signals", "scripts", "controller"];

    private static readonly string[] Durations = ["minutes", "hours", "days"];

    public static IEnumerable<string> Problems(EntryFile file)
    {
        string[] keys = [.. file.Json.EnumerateObject().Select(property => property.Name)];
        return
        [
            .. keys.Except(Keys).Select(key => $"unknown key {key}"),
            .. Required.Except(keys).Select(key => $"missing {key}"),
            .. Require(keys.SequenceEqual(Keys.Where(keys.Contains)), "keys out of order"),
            .. About(file),
            .. file.Items("stores").SelectMany(Store),
            .. Scripts(file),
            .. file.Items("signals").SelectMany(Signal),
            .. Sources(file, keys),
        ];
    }

    private static IEnumerable<string> About(EntryFile file) =>
    [
        .. Require(file.Json.Text("id") == file.Id && ConsentId.IsValid(file.Id), "id"),
        .. Require(file.Json.Text("category") is "necessary" or "functional" or "analytics" or "marketing", "category"),
        .. Require(file.Json.Text("role") is "Processor" or "ThirdParty" or "JointController", "role"),
        .. Require(file.Json.Text("transfer") is null or "SCC" or "DPF" or "adequacy", "transfer"),
        .. Require(file.Json.Text("policyUrl")?.StartsWith("https://", StringComparison.Ordinal) == true, "policyUrl"),
        .. Require(file.Json.Text("purpose")?.Length is > 0 and <= 140, "purpose"),
        .. Require(file.Json.Text("withdrawal") is null or "tell" or "drop", "withdrawal"),
        .. Require(file.Json.Text("pageViews") is null or "history" or "load" or "none", "pageViews"),
        .. file.Items("countries").SelectMany(country => Require(RegionCode.Normalize(country.GetString()) is { Length: 2 }, $"country {country}")),
        .. Origins(file),
    ];

    private static IEnumerable<string> Origins(EntryFile file) => file.Json.TryGetProperty("origins", out var origins)
        ? origins.EnumerateObject().SelectMany(use => Require(Enum.TryParse<VendorUses>(use.Name, out _), $"use {use.Name}").Concat(
            use.Value.EnumerateArray().SelectMany(origin => Require(VendorSource.Problem(origin.GetString()) is null && Secure().IsMatch(origin.GetString()!), $"origin {origin}"))))
        : [];

    private static IEnumerable<string> Store(JsonElement store)
    {
        var (name, isCookie) = (store.Text("name") ?? "", store.Name<StorageKind>("kind") == StorageKind.Cookie);
        string[] durations = [.. Durations.Where(key => store.TryGetProperty(key, out _))];
        return
        [
            .. store.EnumerateObject().Select(property => property.Name).Except(StoreKeys).Select(key => $"{name}: unknown key {key}"),
            .. Require(name.Length > 0 && !string.IsNullOrEmpty(store.Text("purpose")), $"{name}: no name or purpose"),
            .. Require(store.Text("kind") is not { } kind || Enum.GetNames<StorageKind>().Contains(kind), $"{name}: kind"),
            .. Require(durations.Length == 0 || (durations.Length == 1 && isCookie), $"{name}: duration"),
            .. Require(!store.TryGetProperty("days", out var days) || days.GetDouble() is > 0 and <= 400, $"{name}: days"),
            .. Require(!name.Contains('*') || (store.Text("example") is { } example && CookiePattern.Matches(name, example)), $"{name}: example"),
            .. Require(!name.Contains('*') || name.Replace("*", "").Length >= 3, $"{name}: too wide"),
        ];
    }

    private static IEnumerable<string> Scripts(EntryFile file)
    {
        EntryParameter[] parameters = [.. file.Items("parameters").Select(EntryParameter.Read)];
        string[] names = [.. parameters.Select(parameter => parameter.Name)];
        return
        [
            .. parameters.SelectMany(parameter => Require(parameter.Admits(parameter.Example), $"{parameter.Name}: example")),
            .. file.Items("scripts").SelectMany(script => Require(script.TryGetProperty("src", out _) != script.TryGetProperty("code", out _), "script: src or code")),
            .. file.Items("scripts").SelectMany(script => Place().Matches(script.GetRawText()).Select(place => place.Groups["name"].Value)).Distinct().Except(names).Select(name => $"unknown {{{name}}}"),
        ];
    }

    private static IEnumerable<string> Signal(JsonElement signal) =>
    [
        .. Require(Enum.TryParse<SignalMoment>(signal.Text("when"), out var when), "signal: when"),
        .. Require(Enum.TryParse<SignalForm>(signal.Text("form"), out var form), "signal: form"),
        .. Require(signal.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Array, "signal: arguments"),
        .. Require(form != SignalForm.Set || arguments.GetArrayLength() == 1, "signal: Set needs one argument"),
        .. Require(when != SignalMoment.Before || form != SignalForm.Call, "signal: Before cannot be a call"),
    ];

    private static IEnumerable<string> Sources(EntryFile file, string[] keys)
    {
        string[] covered = [.. file.Items("sources").SelectMany(source => source.GetProperty("facts").EnumerateArray()).Select(fact => fact.GetString()!)];
        return
        [
            .. Sourced.Where(key => file.Json.TryGetProperty(key, out var facts) && IsSaid(facts)).Except(covered).Select(key => $"no source for {key}"),
            .. file.Items("sources").SelectMany(source => Require(Date(source) is not null && !string.IsNullOrEmpty(source.Text("source")), "source: source and date")),
        ];
    }

    /// <summary>The day of a source.</summary>
    public static DateOnly? Date(JsonElement source) =>
        DateOnly.TryParseExact(source.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static bool IsSaid(JsonElement facts) => facts.ValueKind switch
    {
        JsonValueKind.Object => facts.EnumerateObject().Any(),
        JsonValueKind.Array => facts.GetArrayLength() > 0,
        _ => true,
    };

    private static string[] Require(bool holds, string otherwise) => holds ? [] : [otherwise];

    [GeneratedRegex("^(https|wss)://")]
    private static partial Regex Secure();

    [GeneratedRegex(@"\{(?<name>[a-z][A-Za-z]*)\}")]
    private static partial Regex Place();
}
