namespace Innovexus.Consent;

/// <summary>Tells caches what a response depends on, once it depends on the visitor.</summary>
internal static class CacheNotice
{
    public static void Write(ConsentFeature consent)
    {
        var response = consent.Context.Response;
        ConsentVary.Add(response);
        if (consent.Host.Options.Rules.HonorDoNotTrack)
        {
            ConsentVary.Add(response, GlobalPrivacyControl.DoNotTrack);
        }

        ConsentVary.Add(response, consent.Region.Headers);
        if (response.HasStarted || !IsPrivate(consent))
        {
            return;
        }

        if (consent.IsAsked)
        {
            PrivateResponse.KeepOutOfCaches(consent.Context);
        }
        else
        {
            PrivateResponse.Mark(consent.Context);
        }
    }

    // Cacheable pages are made for caches that may not look at what a response varies by; and where the visitor is, or what the host
    // told of them, no cache can see.
    private static bool IsPrivate(ConsentFeature consent) => consent.IsCacheable || consent.Region.IsPrivate || consent.IsPending
        || consent.Facts.External is not null || consent.Facts.Restricted || consent.Facts.Age != AgeSignal.Unknown;
}
