using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent where there is no server: evaluated here, from the cookie and the signal that this document sees, and kept
/// in the same cookie by script.
/// </summary>
internal sealed class StandaloneConsent(
    ConsentRegistry registry, ConsentRules rules, IOptions<ConsentOptions> options, TimeProvider clock, NavigationManager navigation, BrowserDocument document)
{
    private bool IsHttps => new Uri(navigation.BaseUri).Scheme == Uri.UriSchemeHttps;

    /// <summary>The names of an application at this base address.</summary>
    public ConsentNames Names { get; } = NamesAt(new(navigation.BaseUri), options.Value);

    private string? Domain => DomainOf(new(navigation.BaseUri), options.Value);

    private ConsentFacts Facts => new() { GlobalPrivacyControl = document.GlobalPrivacyControl };

    public PolicyVersion? DuePolicy
    {
        get
        {
            var now = clock.GetUtcNow();
            return Due(Read(now), now);
        }
    }

    /// <summary>Whether the browser signals that it opts out, so that nobody can opt in: without a server nothing can keep that from scripts.</summary>
    public bool IsSignalled => document.GlobalPrivacyControl;

    /// <summary>For the runtime, as a page brings it.</summary>
    public ConsentStateJson Page()
    {
        var now = clock.GetUtcNow();
        var decision = Read(now);
        var state = ConsentEvaluator.Evaluate(registry, rules, Facts, decision, now);
        var left = VendorClearing.Left(registry, state, [.. Cookies().Select(cookie => cookie.Name)]).Union(SignalLock.Displaced(registry, rules, Facts, decision, state, now));
        return Told(ConsentStateJson.ForPage(state, decision, state.Prompt != ConsentPrompt.None, VendorClearing.Describe(registry, state, left), now), state, decision, now);
    }

    /// <summary>For the runtime, as an endpoint answers.</summary>
    public ConsentStateJson Answer()
    {
        var now = clock.GetUtcNow();
        return Answer(Read(now), now);
    }

    public ConsentStateJson Decide(ConsentChoice choice)
    {
        var now = clock.GetUtcNow();
        var decision = ChoiceResolver.Decide(registry, rules, Facts, Read(now), choice, now);
        Write(Names.Decision, ConsentCookie.Format(decision), DecisionLifetime.Of(registry, rules, Facts, decision));
        // Of the decision itself: a browser that keeps no cookies has none to read, and the runtime has to see that.
        return Answer(decision, now);
    }

    /// <summary>Remembers that the visitor has seen a change of the privacy policy.</summary>
    public ConsentStateJson Acknowledge(string version)
    {
        if (registry.PolicyVersions.Any(known => known.Id == version))
        {
            Write(Names.Policy, version, PolicyNotice.Remembered);
        }

        return Answer();
    }

    private static ConsentNames NamesAt(Uri address, ConsentOptions options) => ConsentNames.Of(
        options, Uri.UnescapeDataString(address.AbsolutePath), address.Scheme == Uri.UriSchemeHttps, DomainOf(address, options) is not null);

    // A browser keeps nothing for a domain that the host does not belong to.
    private static string? DomainOf(Uri address, ConsentOptions options) =>
        options.CookieDomain is { } domain && $".{address.Host}".EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase) ? domain : null;

    private void Write(string name, string value, TimeSpan lifetime) =>
        document.Cookie = $"{name}={value}; Path=/; Max-Age={(long)lifetime.TotalSeconds}; SameSite=Lax{(IsHttps ? "; Secure" : "")}{(Domain is null ? "" : $"; Domain={Domain}")}";

    private ConsentStateJson Told(ConsentStateJson json, ConsentState state, ConsentDecision? decision, DateTimeOffset now) => json with
    {
        Sale = SignalLock.Of(registry, rules, Facts, decision, state, now),
        Policy = Due(decision, now)?.Id,
    };

    private PolicyVersion? Due(ConsentDecision? decision, DateTimeOffset now) => PolicyNotice.Due(
        registry, Cookies().Where(cookie => cookie.Name == Names.Policy).Select(cookie => cookie.Value), decision?.DecidedAt, now);

    private ConsentStateJson Answer(ConsentDecision? decision, DateTimeOffset now)
    {
        var state = ConsentEvaluator.Evaluate(registry, rules, Facts, decision, now);
        return Told(ConsentStateJson.ForAnswer(state, decision, VendorClearing.Describe(registry, state, VendorClearing.Denied(registry, state)), now), state, decision, now);
    }

    private ConsentDecision? Read(DateTimeOffset now) =>
        ConsentCookie.Newest(Cookies().Where(cookie => cookie.Name == Names.Decision).Select(cookie => cookie.Value), now);

    private IEnumerable<(string Name, string Value)> Cookies() => document.Cookie.Split("; ")
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .Select(pair => (pair[0], pair[1]));
}
