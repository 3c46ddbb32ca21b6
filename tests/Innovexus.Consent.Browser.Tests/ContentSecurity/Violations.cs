namespace Innovexus.Consent.Browser.Tests;

/// <summary>What a page's policies, enforced or report-only, complained about.</summary>
internal static class Violations
{
    /// <summary>Collects them from now on, over all documents.</summary>
    public static async Task<List<string>> CollectAsync(Walk walk)
    {
        var violations = new List<string>();
        await walk.Context.ExposeFunctionAsync("violated", (string text) => violations.Add(text));
        await walk.Context.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', event => violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`))");
        return violations;
    }
}
