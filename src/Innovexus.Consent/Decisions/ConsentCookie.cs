using System.Buffers;
using System.Globalization;
using System.Text;

namespace Innovexus.Consent;

/// <summary>
/// The decision as text, for the cookie <c>ic_consent</c>:
/// <code>v1.1764000000000.granted_analyticsABCD.refused_functionalEFGH_marketingIJKL_youtube.</code>
/// A version, the time in Unix milliseconds, what was granted and what was refused, each id followed by its category's
/// fingerprint in capitals. After the time may stand <c>optout</c> with what was objected to as a whole (<see cref="OptOuts"/>), as in
/// <c>optout_sale_signal</c>: before anything that grants, so that no truncated text loses it. The last full stop tells a whole text from a truncated one. Every character may stand in a cookie
/// as it is (RFC 6265, section 4.1.1).
/// </summary>
internal static class ConsentCookie
{
    /// <summary>The name that all others are made of (<see cref="ConsentNames"/>).</summary>
    public const string Name = "ic_consent";

    /// <summary>
    /// Its name on https: browsers let only this very host set it, so that no other site of the same domain can plant a grant
    /// (RFC 6265bis, section 4.1.3.2).
    /// </summary>
    public const string SecureName = ConsentNames.HostPrefix + Name;

    /// <summary>The cookie of a visitor who has knowingly set the browser's signal aside; no script can read or make it.</summary>
    public const string SignalName = "ic_signal";

    /// <summary>The cookie that remembers what a visitor has acknowledged: a policy version's id, which is the same for all who have.</summary>
    public const string PolicyName = "ic_policy";

    /// <summary>The cookie that remembers which contradiction with the account the visitor was told of.</summary>
    public const string AccountName = "ic_account";

    /// <summary>The key in <c>localStorage</c> under which the runtime keeps a refusal that could not be posted.</summary>
    public const string PendingKey = "ic_pending";

    /// <summary>The key in <c>sessionStorage</c> that carries what to clear once more over the load that follows a withdrawal.</summary>
    public const string ClearKey = "ic_clear";

    // A quarter of what browsers keep in one cookie (RFC 6265bis, section 5.6), since it is sent with each request beside the site's own.
    public const int MaxLength = 1024;

    private const string Version = "v1";
    private const string Granted = "granted";
    private const string Refused = "refused";

    private static readonly (OptOuts Is, string Word)[] OptOutWords = [(OptOuts.Sale, "_sale"), (OptOuts.Signal, "_signal"), (OptOuts.Sensitive, "_sensitive")];

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Whether a decision with these choices is short enough, whatever it objects to and whenever it is made.</summary>
    public static bool Holds(DateTimeOffset decidedAt, IReadOnlyDictionary<string, DecidedChoice> choices) =>
        Format(new(decidedAt, choices, OptOuts.Sale | OptOuts.Signal | OptOuts.Sensitive)).Length <= MaxLength;

    public static string Format(ConsentDecision decision)
    {
        var text = new StringBuilder(Version)
            .Append('.').Append(decision.DecidedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .Append(Write(decision.OptOuts));
        foreach (var (word, granted) in new[] { (Granted, true), (Refused, false) })
        {
            text.Append('.').Append(word);
            foreach (var (id, choice) in decision.Choices.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                if (choice.Granted == granted)
                {
                    text.Append('_').Append(id).Append(choice.Fingerprint);
                }
            }
        }

        return text.Append('.').ToString();
    }

    private static string Write(OptOuts optOuts) =>
        optOuts == OptOuts.None ? "" : $".optout{string.Concat(OptOutWords.Where(entry => optOuts.HasFlag(entry.Is)).Select(entry => entry.Word))}";

    // In the one form that is written.
    private static OptOuts? ParseOptOuts(string word)
    {
        var optOuts = OptOutWords.Where(entry => word.Contains(entry.Word, StringComparison.Ordinal)).Aggregate(OptOuts.None, (all, entry) => all | entry.Is);
        return optOuts != OptOuts.None && Write(optOuts) == $".{word}" ? optOuts : null;
    }

    /// <summary>
    /// Chooses among several cookies of the name: the newest decision whose time is not in the future, since a sibling domain may have
    /// planted one. If all times are in the future, the newest of all, of which only the objections count.
    /// </summary>
    public static ConsentDecision? Newest(IEnumerable<string> values, DateTimeOffset now) => values
        .Select(Parse)
        .OfType<ConsentDecision>()
        .OrderByDescending(decision => ConsentDecision.IsPossible(decision.DecidedAt, now))
        .ThenByDescending(decision => decision.DecidedAt)
        .FirstOrDefault();

    /// <summary>Reads a text; whatever is outside the grammar is no decision.</summary>
    public static ConsentDecision? Parse(string? text)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        // version . time . [optout… .] granted… . refused… . (nothing)
        var parts = text.Split('.');
        if (parts is not [Version, var time, .. var rest] || ParseTime(time) is not { } decidedAt)
        {
            return null;
        }

        // The last word may have been cut short. One that another follows is whole.
        var optOuts = rest.Length > 1 ? ParseOptOuts(rest[0]) : null;
        var lists = optOuts is null ? rest : rest[1..];
        var choices = new Dictionary<string, DecidedChoice>(StringComparer.Ordinal);
        return lists is [var granted, var refused, ""] && ParseList(granted, Granted, true, choices) && ParseList(refused, Refused, false, choices)
            ? new(decidedAt, choices, optOuts ?? OptOuts.None)
            // Damaged: an objection can only narrow, so it counts where the rest does not.
            : optOuts is { } objections ? new(decidedAt, new Dictionary<string, DecidedChoice>(), objections) : null;
    }

    public static DateTimeOffset? ParseTime(string text) =>
        text.Length <= 15
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && text == milliseconds.ToString(CultureInfo.InvariantCulture)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static bool ParseList(string text, string word, bool granted, Dictionary<string, DecidedChoice> choices)
    {
        var entries = text.Split('_');
        return entries[0] == word && entries.Skip(1).All(entry => ParseEntry(entry, granted, choices));
    }

    private static bool ParseEntry(string entry, bool granted, Dictionary<string, DecidedChoice> choices)
    {
        var end = entry.AsSpan().IndexOfAny(Capitals);
        var id = end < 0 ? entry : entry[..end];
        var fingerprint = end < 0 ? null : entry[end..];
        return ConsentId.IsValid(id)
            && (fingerprint is null || (fingerprint.Length == CategoryFingerprint.Length && !fingerprint.AsSpan().ContainsAnyExcept(Capitals)))
            && choices.TryAdd(id, new(granted, fingerprint));
    }
}
