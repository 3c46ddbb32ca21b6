using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Gathers what is known of a visitor without asking: from the request, and from what the host tells.</summary>
internal static class RequestFacts
{
    /// <param name="context">The request.</param>
    /// <param name="host">What all requests share.</param>
    /// <param name="names">The names of the application's cookies.</param>
    /// <param name="region">Where the visitor is.</param>
    /// <param name="external">What was decided elsewhere.</param>
    public static ConsentFacts Of(HttpContext context, ConsentHost host, ConsentNames names, string? region, ExternalConsent? external)
    {
        var failed = false;
        var signal = GlobalPrivacyControl.IsSignalled(context.Request.Headers, host.Options.Rules);
        var overridden = host.Signal.IsSet(context.Request, names.Signal, host.Rules.GetLifetime(region), host.Clock);
        var age = host.Options.Age is { } ofAge ? Ask(context, host, "age", ofAge, AgeSignal.Unknown, ref failed) : AgeSignal.Unknown;
        var restricted = (host.Options.Restricted is { } isRestricted && Ask(context, host, "restricted", isRestricted, true, ref failed)) || failed;

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

    // Who cannot be asked may be a child, or have restricted everything.
    private static T Ask<T>(HttpContext context, ConsentHost host, string source, Func<HttpContext, T> ask, T otherwise, ref bool failed)
    {
        try
        {
            return ask(context);
        }
        catch (Exception exception)
        {
            host.Failures.Report(source, "read", exception);
            failed = true;
            return otherwise;
        }
    }
}
