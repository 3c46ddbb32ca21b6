using System.Security.Cryptography;
using System.Text;

namespace Innovexus.Consent;

/// <summary>
/// A contradiction between a visitor's account and this browser, so that the visitor can be told which of them counts. Pure.
/// </summary>
/// <param name="Precedence">Whose choice counts.</param>
/// <param name="Mark">Tells this contradiction from others, and nothing else.</param>
internal sealed record AccountConflict(AccountPrecedence Precedence, string Mark)
{
    /// <summary>How long it is remembered (<see cref="ConsentCookie.AccountName"/>) that the visitor was told.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(395);

    /// <summary>The contradiction, if there is one: a vendor that one of the two grants and the other refuses, and that nothing locks.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="state">The state that follows from it.</param>
    public static AccountConflict? Of(in ConsentInput input, ConsentState state)
    {
        var (registry, rules, facts, decision) = (input.Registry, input.Rules, input.Facts, input.Decision);
        if (decision is null || facts.External is null)
        {
            return null;
        }

        var standing = new StandingChoices(input);
        var (ofAccount, ofBrowser) = (false, false);
        foreach (var category in registry.Categories)
        {
            var model = rules.GetModel(facts, category);
            foreach (var vendor in category.Vendors)
            {
                var verdict = state[vendor.Id];
                if (model != ConsentModel.Exempt && !verdict.Locked && standing.Contradicts(vendor, category, model))
                {
                    ofAccount |= verdict.Reason == ConsentReason.External;
                    ofBrowser |= verdict.Reason != ConsentReason.External;
                }
            }
        }

        return (ofAccount, ofBrowser) switch
        {
            (false, false) => null,
            (true, false) => new(AccountPrecedence.Account, MarkOf(decision, facts.External)),
            (false, true) => new(AccountPrecedence.Browser, MarkOf(decision, facts.External)),
            _ => new(AccountPrecedence.Mixed, MarkOf(decision, facts.External)),
        };
    }

    // Twelve bits, so that many people share a mark. It changes when either side is decided anew.
    private static string MarkOf(ConsentDecision decision, ExternalConsent external) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{decision.DecidedAt.ToUnixTimeMilliseconds()} {external}")).AsSpan(0, 2))[..3];
}
