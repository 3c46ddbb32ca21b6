namespace Innovexus.Consent;

/// <summary>
/// What a visitor asks for: everything, nothing, only some, or a change of one. Immutable; ids that are not declared are ignored,
/// and what is locked stays off whatever the choice.
/// </summary>
public sealed class ConsentChoice
{
    private readonly Dictionary<string, bool> _named;

    private ConsentChoice(bool? others, Dictionary<string, bool> named, OptOuts about = OptOuts.None, bool objects = false)
    {
        Others = others;
        About = about;
        Objects = objects;
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
    public static ConsentChoice OptOut { get; } = new(null, new(StringComparer.Ordinal) { [ConsentCategories.Marketing] = false }, OptOuts.Sale, true);

    /// <summary>
    /// Limits the use of sensitive data to what is needed: refuses every vendor with <see cref="ConsentVendor.SensitiveData"/>, those
    /// included that are declared later, and leaves the rest as it is (Cal. Civ. Code § 1798.121).
    /// </summary>
    public static ConsentChoice LimitSensitiveData { get; } = new(null, [], OptOuts.Sensitive, true);

    /// <summary>Takes <see cref="OptOut"/> back. Asked for in two steps (11 CCR § 7028(a)), so only the page of privacy choices does.</summary>
    internal static ConsentChoice OptIn { get; } = new(null, new(StringComparer.Ordinal) { [ConsentCategories.Marketing] = true }, OptOuts.Sale, false);

    /// <summary>Takes <see cref="LimitSensitiveData"/> back, in two steps too.</summary>
    internal static ConsentChoice AllowSensitiveData { get; } = new(null, [], OptOuts.Sensitive, false);

    /// <summary>What this objects to as a whole, or stops objecting to.</summary>
    internal OptOuts About { get; }

    /// <summary>Whether it objects, or else takes the objection back.</summary>
    internal bool Objects { get; }

    /// <summary>What it decides on a vendor or category that its objection may be about; null if the objection is not about it.</summary>
    internal bool? OfAbout(bool isAbout) => isAbout ? !Objects : null;

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
        return new(Others, new(_named, StringComparer.Ordinal) { [id] = granted }, About, Objects);
    }
}
