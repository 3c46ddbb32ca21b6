using System.Text.Json;
using System.Text.RegularExpressions;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>A signal as a reader would write it in JavaScript.</summary>
internal static partial class SpokenCall
{
    /// <param name="signal">The signal.</param>
    /// <param name="vendor">The id of the vendor that declares it; none where the site does.</param>
    public static string Of(VendorSignal signal, string? vendor)
    {
        using var json = JsonDocument.Parse(signal.Arguments);
        string[] words = [.. json.RootElement.EnumerateArray().Select(item => Word(item, vendor))];
        var list = string.Join(", ", words);
        return signal.Form switch
        {
            SignalForm.Call => $"{signal.Target}({list})",
            SignalForm.PushArray => $"{signal.Target}.push([{list}])",
            SignalForm.PushItems => $"{signal.Target}.push({list})",
            // What pushes its arguments onto Google's queue has a name of its own.
            SignalForm.PushArguments => $"gtag({list})",
            _ => $"{signal.Target} = {list}",
        };
    }

    private static string Word(JsonElement json, string? vendor) => json.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", json.EnumerateArray().Select(item => Word(item, vendor)))}]",
        JsonValueKind.Object when json.TryGetProperty(SignalArguments.Granted, out var id) => Verdict(json, id.GetString() == SignalArguments.Own ? vendor! : id.GetString()!),
        JsonValueKind.Object when json.TryGetProperty(SignalArguments.Pending, out var value) => Word(value, vendor),
        JsonValueKind.Object => $"{{ {string.Join(", ", json.EnumerateObject().Select(property => $"{Name(property.Name)}: {Word(property.Value, vendor)}"))} }}",
        _ => json.GetRawText(),
    };

    private static string Verdict(JsonElement json, string id) =>
        $"isGranted(\"{id}\")" + (json.TryGetProperty(SignalArguments.Yes, out var yes) ? $" ? {yes.GetRawText()} : {json.GetProperty(SignalArguments.No).GetRawText()}" : "");

    private static string Name(string name) => Identifier().IsMatch(name) ? name : $"\"{name}\"";

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex Identifier();
}
