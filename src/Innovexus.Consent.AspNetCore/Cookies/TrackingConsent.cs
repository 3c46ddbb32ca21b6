namespace Innovexus.Consent;

/// <summary>
/// ASP.NET Core's single yes or no (<c>ITrackingConsentFeature</c>), for code that asks it: yes if every vendor is granted. Granting it
/// accepts everything, withdrawing it refuses everything.
/// </summary>
internal readonly struct TrackingConsent(ConsentFeature consent)
{
    public bool IsConsentNeeded
    {
        get
        {
            foreach (var vendor in consent.Registry.Vendors)
            {
                if (vendor.Category != ConsentCategories.Necessary)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public bool HasConsent
    {
        get
        {
            consent.TellCaches();
            var state = consent.State;
            foreach (var vendor in consent.Registry.Vendors)
            {
                if (!state.IsGranted(vendor.Id))
                {
                    return false;
                }
            }

            return true;
        }
    }

    // The interface is synchronous, and what decides everything depends on nothing that has to be waited for.
    public void GrantConsent() => consent.Decisions.DecideAll(ConsentChoice.AcceptAll);

    public void WithdrawConsent() => consent.Decisions.DecideAll(ConsentChoice.RejectAll);

    /// <summary>For scripts that set it themselves: the decision that accepts all, as a <c>Set-Cookie</c> text.</summary>
    public string CreateConsentCookie() => consent.Decisions.CookieFor(ConsentChoice.AcceptAll);
}
