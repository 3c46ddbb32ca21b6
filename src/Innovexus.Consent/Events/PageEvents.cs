using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>The events of a request, for the page that answers it.</summary>
internal sealed class PageEvents
{
    private readonly List<PageEvent> _events = [];
    private readonly string _id = Guid.NewGuid().ToString("N");

    /// <summary>Whether all of them stand in the page.</summary>
    public bool AreWritten { get; private set; } = true;

    /// <summary>Another one came.</summary>
    public event Action? Added;

    public void Add(PageEvent pageEvent)
    {
        _events.Add(pageEvent);
        AreWritten = false;
        Added?.Invoke();
    }

    /// <summary>
    /// As JSON: a name of its own, by which a page tells these from the same events of another request, then the events. Nothing where there
    /// are none.
    /// </summary>
    public string? Write()
    {
        AreWritten = true;
        if (_events.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder($"[\"{_id}\"");
        foreach (var (name, parameters, keepUntilGranted) in _events)
        {
            text.Append(CultureInfo.InvariantCulture, $",[\"{JsonEncodedText.Encode(name)}\",{parameters},{{\"keepUntilGranted\":{(keepUntilGranted ? "true" : "false")}}}]");
        }

        return text.Append(']').ToString();
    }
}
