namespace Innovexus.Consent;

/// <summary>What the panel shows.</summary>
/// <param name="Now">The server's time, in Unix milliseconds.</param>
/// <param name="Cookie">The name of the decision cookie.</param>
/// <param name="Cacheable">Whether the site's pages are the same for all visitors.</param>
/// <param name="Facts">What the state follows from.</param>
/// <param name="Verdicts">The state.</param>
/// <param name="Categories">What is material in each category, and what the decision was made about.</param>
/// <param name="Undeclared">What nobody declares.</param>
/// <param name="Checks">What may bring the banner back.</param>
/// <param name="Pretence">What is pretended, if anything.</param>
internal sealed record PanelAnswer(
    long Now,
    string Cookie,
    bool Cacheable,
    IReadOnlyList<PanelFact> Facts,
    IReadOnlyList<PanelVerdict> Verdicts,
    IReadOnlyList<PanelCategory> Categories,
    IReadOnlyList<PanelFinding> Undeclared,
    IReadOnlyList<PanelCheck> Checks,
    Pretence? Pretence);

/// <summary>One thing that the state follows from.</summary>
internal sealed record PanelFact(string Name, string Value, string Why);

/// <summary>The verdict on one id, and why it is so in a sentence.</summary>
internal sealed record PanelVerdict(string Id, string Name, bool Category, bool Granted, bool Locked, string Reason, string Why);

/// <summary>What a decision in this category is made about.</summary>
/// <param name="Id">The category.</param>
/// <param name="Fingerprint">Its fingerprint now.</param>
/// <param name="Decided">The fingerprint that the decision was made against; nothing without one.</param>
/// <param name="Material">What is material of each vendor, by id.</param>
internal sealed record PanelCategory(string Id, string Fingerprint, string? Decided, IReadOnlyDictionary<string, string> Material);

/// <summary>Things of one likely vendor that nobody declares, and the lines that would.</summary>
/// <param name="Title">The vendor, as far as it can be guessed.</param>
/// <param name="Guess">How sure that is, and who else it may be.</param>
/// <param name="Items">What was found.</param>
/// <param name="Code">The lines in C#.</param>
/// <param name="Settings">The same for <c>appsettings.json</c>.</param>
internal sealed record PanelFinding(string Title, string Guess, IReadOnlyList<string> Items, string Code, string Settings);

/// <summary>Something that may bring the banner back.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Problem">What is wrong; nothing where all is well.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record PanelCheck(string Name, string? Problem = null, string? Fix = null);
