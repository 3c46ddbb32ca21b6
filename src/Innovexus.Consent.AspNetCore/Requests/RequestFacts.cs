using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Gathers what is known of a visitor without asking: from the request, and from what the host tells.</summary>
internal static class RequestFacts
{
    /// <param name="context">The request.</param>
    /// <param name="host">What all requests share.</param>
    /// <param name="names">The names of the application's cookies.</param>
    /// <param name="visitor">What the host says about the visitor; nothing where it says nothing about anybody.</param>
    public static ConsentFacts Of(HttpContext context, ConsentHost host, ConsentNames names, RequestVisitor? visitor)
    {
        // Of a server in Development only.
        var pretence = context.Features.Get<Pretence>();
        var (region, age, external) = (pretence?.Region ?? visitor?.Region, pretence?.Age ?? visitor?.Age ?? AgeSignal.Unknown, visitor?.External);
        // Who was not answered about yet may be a child, or have restricted everything.
        var restricted = visitor is not null && (visitor.Restricted || (visitor.IsLate && host.MayLock));
        var signal = GlobalPrivacyControl.IsSignalled(context.Request.Headers, host.Options.Rules);
        var overridden = host.Signal.IsSet(context.Request, names.Signal, host.Rules.GetLifetime(region), host.Clock);

        // Of most visitors nothing is known; they share what says so.
        return region is null && !signal && !overridden && age == AgeSignal.Unknown && !restricted && external is null ? ConsentFacts.Unknown : new()
        {
            Region = region,
            GlobalPrivacyControl = signal,
            SignalOverridden = overridden,
            Age = age,
            Restricted = restricted,
            External = external,
        };
    }
}
