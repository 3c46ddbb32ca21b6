namespace Innovexus.Consent;

/// <summary>Who answers for the site: the controller of the GDPR (Art. 4(7)), the business of the CCPA. Named in banner and preferences.</summary>
public sealed record ConsentController
{
    /// <summary>Names the controller.</summary>
    /// <param name="name">The name that visitors know, such as <c>Innovexus</c>.</param>
    /// <param name="contact">How to reach it: an e-mail address, a URL, or a path of the site. The preferences link it.</param>
    public ConsentController(string name, string? contact = null)
    {
        Name = name;
        Contact = contact;
    }

    /// <summary>The name that visitors know.</summary>
    public string Name { get; }

    /// <summary>An e-mail address, a URL, or a path of the site.</summary>
    public string? Contact { get; }
}
