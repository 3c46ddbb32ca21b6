namespace Innovexus.Consent;

/// <summary>
/// What a visitor asks for: everything, nothing, only some, or a change of one. Immutable; ids that are not declared are ignored,
/// and what is locked stays off whatever the choice.
/// </summary>
public sealed class ConsentChoice
{
    private readonly Dictionary<string, bool> _named;

    private ConsentChoice(bool? others, Dictionary<string, bool> named, bool? sale = null)
    {
        Others = others;
        Sale = sale;
        _named = named;
    }

    /// <summary>Allows everything that may be decided.</summary>
    public static ConsentChoice AcceptAll { get; } = new(true, []);

    /// <summary>Refuses everything that may be decided.</summary>
    public static ConsentChoice RejectAll { get; } = new(false, []);

    /// <summary>
    /// Opts out of sale, sharing and targeted advertising, as on the page of privacy choices: refuses <c>marketing</c> and every
    /// vendor with <see cref="ConsentVendor.SaleOrShare"/>, those included that are declared later, and leaves the rest as it is. The
    /// visitor is not asked to opt back in for twelve months (Cal. Civ. Code § 1798.120, 1798.135(c)(4)).
    /// </summary>
    public static ConsentChoice OptOut { get; } = new(null, new(StringComparer.Ordinal) { [ConsentCategories.Marketing] = false }, sale: false);

    /// <summary>Takes that back. Asked for in two steps (11 CCR § 7028(a)), so only the page of privacy choices does.</summary>
    internal static ConsentChoice OptIn { get; } = new(null, new(StringComparer.Ordinal) { [ConsentCategories.Marketing] = true }, sale: true);

    /// <summary>What happens to sale and sharing: opted out of, in again, or <see langword="null"/> to leave it as it is.</summary>
    internal bool? Sale { get; }

    /// <summary>What happens to ids that are not named: granted, refused, or <see langword="null"/> to leave them as they are.</summary>
    internal bool? Others { get; }

    internal IReadOnlyDictionary<string, bool> Named => _named;

    /// <summary>Allows these and refuses the rest.</summary>
    /// <param name="ids">Ids of categories, with all their vendors, or of single vendors.</param>
    public static ConsentChoice Only(params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Aggregate(RejectAll, (choice, id) => choice.With(id, true));
    }

    /// <summary>Changes one id, a category with all its vendors or a single vendor, and leaves the rest as it is.</summary>
    /// <param name="id">The id of a category or vendor.</param>
    /// <param name="granted">Whether it is allowed.</param>
    public static ConsentChoice Change(string id, bool granted) => new ConsentChoice(null, []).With(id, granted);

    /// <summary>The same choice with one more id named.</summary>
    /// <param name="id">The id of a category or vendor.</param>
    /// <param name="granted">Whether it is allowed.</param>
    public ConsentChoice With(string id, bool granted)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(Others, new(_named, StringComparer.Ordinal) { [id] = granted }, Sale);
    }
}
