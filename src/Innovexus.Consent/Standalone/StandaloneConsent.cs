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

    public PolicyVersion? DuePolicy => Due(Read(clock.GetUtcNow()));

    /// <summary>Whether the browser signals that it opts out, so that nobody can opt in: without a server nothing can keep that from scripts.</summary>
    public bool IsSignalled => document.GlobalPrivacyControl;

    /// <summary>For the runtime, as a page brings it.</summary>
    public ConsentStateJson Page()
    {
        var evaluation = Evaluate();
        var left = VendorClearing.Left(registry, evaluation.State, [.. Cookies().Select(cookie => cookie.Name)]).Union(evaluation.Displaced());
        return evaluation.Page(evaluation.State.Prompt != ConsentPrompt.None, left, Due(evaluation.Input), evaluation.Input.Now);
    }

    /// <summary>For the runtime, as an endpoint answers.</summary>
    public ConsentStateJson Answer() => Answer(Evaluate());

    public ConsentStateJson Decide(ConsentChoice choice)
    {
        var evaluation = Evaluate();
        var decided = evaluation.With(evaluation.Input.Facts, evaluation.Decide(choice, evaluation.Input.Now), evaluation.Input.Now);
        Write(Names.Decision, ConsentCookie.Format(decided.Decision!), DecisionLifetime.Of(decided.Input));
        // Of the decision itself: a browser that keeps no cookies has none to read, and the runtime has to see that.
        return Answer(decided);
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

    private ConsentStateJson Answer(ConsentEvaluation evaluation) => evaluation.Answer(null, Due(evaluation.Input), evaluation.Input.Now);

    private PolicyVersion? Due(in ConsentInput input) => PolicyNotice.Due(
        registry, Cookies().Where(cookie => cookie.Name == Names.Policy).Select(cookie => cookie.Value), input.Decision?.DecidedAt, input.Now);

    private ConsentEvaluation Evaluate() => new(Read(clock.GetUtcNow()));

    private ConsentInput Read(DateTimeOffset now) => new(
        registry,
        rules,
        new() { GlobalPrivacyControl = document.GlobalPrivacyControl },
        ConsentCookie.Newest(Cookies().Where(cookie => cookie.Name == Names.Decision).Select(cookie => cookie.Value), now),
        now);

    private IEnumerable<(string Name, string Value)> Cookies() => document.Cookie.Split("; ")
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .Select(pair => (pair[0], pair[1]));
}
