namespace Innovexus.Consent;

/// <summary>Whose choice counts where a visitor's account and this browser contradict each other.</summary>
internal enum AccountPrecedence
{
    Account,
    Browser,

    /// <summary>The account's for some vendors, the browser's for others.</summary>
    Mixed,
}
