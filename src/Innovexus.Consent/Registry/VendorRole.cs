namespace Innovexus.Consent;

/// <summary>What a vendor is to the site, in the words of the GDPR (Art. 4 and 26).</summary>
public enum VendorRole
{
    /// <summary>Decides itself what happens with what it receives. The default, because it is the strictest to assume.</summary>
    ThirdParty,

    /// <summary>The site itself.</summary>
    FirstParty,

    /// <summary>Works on the site's behalf and instructions only (GDPR Art. 28; a "service provider" in the CCPA).</summary>
    Processor,

    /// <summary>Decides together with the site (GDPR Art. 26).</summary>
    JointController,
}
