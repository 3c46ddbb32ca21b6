namespace Innovexus.Consent;

/// <summary>Makes a state from what the runtime reports.</summary>
internal static class StateFromBrowser
{
    /// <summary>
    /// What the runtime reports as granted and locked is final. Only the server's answers hold all reasons; a page holds those of locked
    /// ids. If a reason is missing, or the runtime's own overlay has outdated it, it comes from an earlier state of the same decision, or
    /// follows from the decision. No reason is made up for a lock: a signal, age and a restriction look the same from here.
    /// </summary>
    public static ConsentState Read(ConsentStateJson json, ConsentRegistry registry, ConsentState? before)
    {
        var granted = new HashSet<string>(json.Granted, StringComparer.Ordinal);
        var optional = new HashSet<string>(json.Optional, StringComparer.Ordinal);
        var locked = new HashSet<string>(json.Locked, StringComparer.Ordinal);
        var decided = json.DecidedAt > ConsentStateJson.NotKnown;
        DateTimeOffset? decidedAt = decided && json.ExpiresAt > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(json.DecidedAt) : null;
        string[] ids = [.. registry.Categories.SelectMany(category => category.Vendors.Select(vendor => vendor.Id).Prepend(category.Id))];
        return new(
            registry,
            [.. ids.Select(id => new ConsentVerdict(id, granted.Contains(id), locked.Contains(id), Reason(id)))],
            [.. ids.Where(optional.Contains)],
            !json.Banner ? ConsentPrompt.None : json.Notice ? ConsentPrompt.Notice : ConsentPrompt.Banner,
            decidedAt,
            decidedAt is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(json.ExpiresAt));

        ConsentReason Reason(string id)
        {
            var isGranted = granted.Contains(id);
            if (json.Reasons?.TryGetValue(id, out var told) == true && Enum.TryParse<ConsentReason>(told, out var reason) && Fits(reason, isGranted))
            {
                return reason;
            }

            if (before is not null && before.DecidedAt == decidedAt && before[id] is var earlier && earlier.Granted == isGranted && earlier.Locked == locked.Contains(id) && Fits(earlier.Reason, isGranted))
            {
                return earlier.Reason;
            }

            return isGranted ? !optional.Contains(id) ? ConsentReason.Exempt : !decided ? ConsentReason.Default : ConsentReason.Given
                : !decided ? ConsentReason.NotDecided
                : ConsentReason.Refused;
        }
    }

    private static bool Fits(ConsentReason reason, bool granted) => reason switch
    {
        ConsentReason.Given or ConsentReason.Exempt or ConsentReason.Default => granted,
        ConsentReason.External => true,
        ConsentReason.Unknown => false,
        _ => !granted,
    };
}
