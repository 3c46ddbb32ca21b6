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

        var isHidden = false;
        foreach (var resolver in consent.ResolversAsked)
        {
            var headers = resolver.Headers;
            isHidden |= headers.Count == 0;
            for (var i = 0; i < headers.Count; i++)
            {
                ConsentVary.Add(response, headers[i]);
            }
        }

        if (response.HasStarted || !(isHidden || IsPrivate(consent)))
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
    private static bool IsPrivate(ConsentFeature consent) => consent.IsCacheable || consent.IsPending
        || consent.Facts.External is not null || consent.Facts.Restricted || consent.Facts.Age != AgeSignal.Unknown;
}
