namespace Innovexus.Consent;

/// <summary>The ids of the built-in categories.</summary>
public static class ConsentCategories
{
    /// <summary>What the site cannot work without. Always on.</summary>
    public const string Necessary = "necessary";

    /// <summary>Extra features: chats, videos, maps, remembered settings.</summary>
    public const string Functional = "functional";

    /// <summary>Counting visits and learning how the site is used.</summary>
    public const string Analytics = "analytics";

    /// <summary>Advertising, on this site and elsewhere.</summary>
    public const string Marketing = "marketing";
}
