namespace Innovexus.Consent.Browser.Tests;

public sealed class HostThatEnforces() : WebHost(("ContentSecurity", "Enforce"));

public sealed class HostThatReports() : WebHost(("ContentSecurity", "ReportOnly"));

/// <summary>The same vendor and pages, and no policy.</summary>
public sealed class HostWithoutEnforcement() : WebHost(("ContentSecurity", "Off"));

/// <summary>Razor Pages that demand trusted types.</summary>
public sealed class HostWithTrustedTypes() : WebHost(("Policy", "trusted-types"))
{
    protected override string Project => "tests/hosts/Mvc";
}
