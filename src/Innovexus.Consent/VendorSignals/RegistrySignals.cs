using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>What a site and its vendors say, as a page has it: signals, and how events are said. Immutable and safe to share between threads.</summary>
internal sealed class RegistrySignals
{
    private readonly string _known;
    private readonly string _pending;
    private readonly string[] _ids;
    private readonly string? _events;

    private RegistrySignals(IReadOnlyList<(string? Vendor, VendorSignal Signal)> signals, IReadOnlyList<ConsentVendor> vendors)
    {
        HasSignals = signals.Count > 0;
        SpeaksFirst = signals.Any(entry => entry.Signal.When != SignalMoment.Revoke);
        _known = Write(signals, known: true);
        _pending = Write(signals, known: false);
        _events = WriteEvents(vendors);
        _ids = [.. signals.SelectMany(entry => SignalArguments.Ids(entry.Signal, entry.Vendor).Concat(entry.Vendor is { } id ? [id] : [])).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether anybody hears of the visitor's choice.</summary>
    public bool HasSignals { get; }

    /// <summary>Whether anybody hears of events or page views.</summary>
    public bool HasEvents => _events is not null;

    /// <summary>Whether anything may have to be said before a script runs; if not, there is something to say only when a grant is withdrawn.</summary>
    public bool SpeaksFirst { get; }

    /// <summary>Nothing where nothing is said to anybody.</summary>
    public static RegistrySignals? Of(IEnumerable<VendorSignal> site, IReadOnlyList<ConsentVendor> vendors)
    {
        (string? Vendor, VendorSignal Signal)[] signals =
        [
            .. site.Select(signal => ((string?)null, signal)),
            .. vendors.SelectMany(vendor => vendor.Signals.Select(signal => ((string?)vendor.Id, signal))),
        ];
        // What comes first is first for all, whoever says it.
        var said = new RegistrySignals([.. signals.OrderBy(entry => entry.Signal.When != SignalMoment.Before)], vendors);
        return said.HasSignals || said.HasEvents ? said : null;
    }

    /// <summary>For a page whose visitor's state is known.</summary>
    /// <param name="state">The state.</param>
    /// <param name="decided">Whether the visitor has decided.</param>
    public string For(ConsentState state, bool decided)
    {
        var granted = string.Join(',', _ids.Where(state.IsGranted).Select(id => $"\"{id}\""));
        return $"{{\"granted\":[{granted}],{(decided ? "\"decided\":true," : "")}\"signals\":{_known}{_events}}}";
    }

    /// <summary>For a page that is the same for all.</summary>
    public string ForAll() => $"{{\"granted\":[],\"signals\":{_pending}{_events}}}";

    // Whoever counts views by following the history is told of none.
    private static string? WriteEvents(IReadOnlyList<ConsentVendor> vendors)
    {
        (string Id, VendorCall Call, VendorPageViews? Views)[] calls =
        [
            .. vendors.Where(vendor => vendor.PageView is not null && vendor.PageViews != VendorPageViews.History)
                .Select(vendor => (vendor.Id, vendor.PageView!, (VendorPageViews?)vendor.PageViews)),
            .. vendors.Where(vendor => vendor.Events is not null).Select(vendor => (vendor.Id, vendor.Events!, (VendorPageViews?)null)),
        ];
        return calls.Length == 0 ? null : ",\"events\":" + WriteArray(writer =>
        {
            foreach (var (id, call, views) in calls)
            {
                writer.WriteStartObject();
                writer.WriteString("id", id);
                writer.WriteString("form", call.Form.ToString());
                writer.WriteString("target", call.Target);
                if (views is not null)
                {
                    writer.WriteString("views", views.ToString());
                }

                writer.WritePropertyName("arguments");
                using var arguments = JsonDocument.Parse(call.Arguments);
                arguments.WriteTo(writer);
                writer.WriteEndObject();
            }
        });
    }

    private static string Write(IReadOnlyList<(string? Vendor, VendorSignal Signal)> signals, bool known) => WriteArray(writer =>
    {
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
    });

    private static string WriteArray(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            write(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
