using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Writes the table of calls in the docs: what each vendor of the catalogue is told, and when.</summary>
internal static class CallTable
{
    private static readonly SignalMoment[] Moments = [SignalMoment.Before, SignalMoment.Grant, SignalMoment.Change, SignalMoment.Revoke];

    public static string Path { get; } = Repository.Path("docs", "signals.md");

    public static string Write() => MarkedSections.Rewrite(File.ReadAllText(Path), what => what == "calls" ? Table() : throw new InvalidOperationException($"Nobody writes '{what}'."));

    /// <summary>How a moment is told to readers.</summary>
    public static string Moment(SignalMoment when) => when switch
    {
        SignalMoment.Before => "before its first call",
        SignalMoment.Change => "each decision",
        _ => when == SignalMoment.Grant ? "grant" : "revoke",
    };

    private static string Table()
    {
        var text = new StringBuilder("| vendor | moment | call |\n|---|---|---|\n");
        Add(text, "Google Consent Mode", null, Declared.Registry(consent => consent.AddGoogleConsentMode()).Signals);
        foreach (var file in EntryFile.All)
        {
            Add(text, $"`{file.Id}`", file.Id, Declared.Vendor(file.Id).Signals);
            if (file.Json.Text("withdrawal") == "drop")
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{file.Id}` | {Moment(SignalMoment.Revoke)} | nothing: it would send what it had collected |\n");
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? vendor, IEnumerable<VendorSignal> signals)
    {
        foreach (var signal in signals.OrderBy(signal => Array.IndexOf(Moments, signal.When)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Moment(signal.When)} | `{SpokenCall.Of(signal, vendor)}` |\n");
        }
    }
}
