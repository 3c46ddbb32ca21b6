using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>The signals of a site as a page has them. Immutable and safe to share between threads.</summary>
internal sealed class RegistrySignals
{
    private readonly string _known;
    private readonly string _pending;
    private readonly string[] _ids;

    private RegistrySignals(IReadOnlyList<(string? Vendor, VendorSignal Signal)> signals)
    {
        SpeaksFirst = signals.Any(entry => entry.Signal.When != SignalMoment.Revoke);
        _known = Write(signals, known: true);
        _pending = Write(signals, known: false);
        _ids = [.. signals.SelectMany(entry => SignalArguments.Ids(entry.Signal, entry.Vendor).Concat(entry.Vendor is { } id ? [id] : [])).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether anything may have to be said before a script runs; if not, there is something to say only when a grant is withdrawn.</summary>
    public bool SpeaksFirst { get; }

    /// <summary>Nothing where nothing is said to anybody.</summary>
    public static RegistrySignals? Of(IEnumerable<VendorSignal> site, IEnumerable<ConsentVendor> vendors)
    {
        (string? Vendor, VendorSignal Signal)[] signals =
        [
            .. site.Select(signal => ((string?)null, signal)),
            .. vendors.SelectMany(vendor => vendor.Signals.Select(signal => ((string?)vendor.Id, signal))),
        ];
        // What comes first is first for all, whoever says it.
        return signals.Length == 0 ? null : new([.. signals.OrderBy(entry => entry.Signal.When != SignalMoment.Before)]);
    }

    /// <summary>For a page whose visitor's state is known.</summary>
    /// <param name="state">The state.</param>
    /// <param name="decided">Whether the visitor has decided.</param>
    public string For(ConsentState state, bool decided)
    {
        var granted = string.Join(',', _ids.Where(state.IsGranted).Select(id => $"\"{id}\""));
        return $"{{\"granted\":[{granted}],{(decided ? "\"decided\":true," : "")}\"signals\":{_known}}}";
    }

    /// <summary>For a page that is the same for all.</summary>
    public string ForAll() => $"{{\"granted\":[],\"signals\":{_pending}}}";

    private static string Write(IReadOnlyList<(string? Vendor, VendorSignal Signal)> signals, bool known)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var (vendor, signal) in signals)
            {
                writer.WriteStartObject();
                if (vendor is not null)
                {
                    writer.WriteString("id", vendor);
                }

                writer.WriteString("when", signal.When.ToString());
                writer.WriteString("form", signal.Form.ToString());
                writer.WriteString("target", signal.Target);
                writer.WritePropertyName("arguments");
                SignalArguments.Write(writer, signal, vendor, known);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
