namespace Innovexus.Consent.Benchmarks;

/// <summary>Something that asks visitors in a page, set up as its own documentation says.</summary>
/// <param name="Id">In the page's address, and the name of the file with its parts.</param>
/// <param name="Name">As the table calls it.</param>
/// <param name="Accept">The selector of the button that allows everything; none where nothing asks.</param>
internal sealed record Contender(string Id, string Name, string? Accept)
{
    public static readonly Contender Nothing = new("nothing", "nothing", null);
    public static readonly Contender Reference = new("reference", "written by hand", "#consent [value=yes]");
    public static readonly Contender Ours = new("ours", "Innovexus.Consent", "[data-ic-banner] [value=accept-all]");

    public static readonly IReadOnlyList<Contender> All =
    [
        Nothing,
        Reference,
        Ours,
        new("vanilla-cookieconsent", "vanilla-cookieconsent 3.1.0", "#cc-main .cm [data-role=all]"),
        new("cookieconsent", "cookieconsent 3.1.1 (Osano)", ".cc-window .cc-allow"),
        new("klaro", "klaro 0.7.22", ".cookie-notice .cm-btn-success"),
        new("tarteaucitronjs", "tarteaucitronjs 1.34.0", "#tarteaucitronPersonalize2"),
    ];
}
