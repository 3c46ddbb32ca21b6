using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Stops the start for what is wrong, and tells of what breaks a rule.</summary>
internal sealed partial class StartupReview(
    ConsentRegistry registry, IOptions<ConsentServerOptions> options, TimeProvider clock, IServiceProvider services, ILogger<StartupReview> logger)
{
    /// <exception cref="ConsentConfigurationException">A resolver does not say what it reads, or something breaks a rule and the site is strict.</exception>
    public void Run()
    {
        ConsentProblem[] unclear = [.. services.GetServices<IRegionResolver>().Where(resolver => resolver.Headers is null || resolver.Headers.Any(string.IsNullOrWhiteSpace)).Select(Unclear)];
        if (unclear.Length > 0)
        {
            throw new ConsentConfigurationException(unclear);
        }

        List<ConsentFinding> findings = [.. ConsentReview.Review(options.Value, registry)];
        // In some time zone that day has begun already.
        if (options.Value.GlobalPrivacyControlStatement is { } date && date.ToDateTime(TimeOnly.MinValue) > clock.GetUtcNow().UtcDateTime.AddHours(14))
        {
            findings.Add(new("L16", $"GlobalPrivacyControlStatement: {date:yyyy-MM-dd} lies in the future; it is the date on which the statement was made."));
        }

        if (options.Value.Strict && findings.Count > 0)
        {
            throw new ConsentConfigurationException([.. findings.Select(finding => new ConsentProblem(finding.Rule, finding.Message))]);
        }

        foreach (var finding in findings)
        {
            LogFinding(logger, finding.Rule, finding.Message);
        }

        if (services.GetRequiredService<OutputCacheProvider>().Find() is { } provider)
        {
            LogProvider(logger, provider);
        }
    }

    private static ConsentProblem Unclear(IRegionResolver resolver) => new(
        resolver.GetType().Name, "Headers is null, or one of them has no name. Name the request headers that the region follows from; if it follows from anything else, return an empty list.");

    /// <exception cref="ConsentConfigurationException">A guarded endpoint contradicts itself.</exception>
    public void RunOnEndpoints()
    {
        var problems = GuardReview.Review(services.GetService<EndpointDataSource>()?.Endpoints ?? [], registry, services.GetRequiredService<IOptions<MvcOptions>>().Value);
        if (problems.Count > 0)
        {
            throw new ConsentConfigurationException(problems);
        }
    }

    [LoggerMessage(ServerLogEvents.RuleBroken, LogLevel.Warning, "Consent rule {Rule}: {Finding}")]
    private static partial void LogFinding(ILogger logger, string rule, string finding);

    [LoggerMessage(ServerLogEvents.OutputCacheProvider, LogLevel.Warning, "The output cache uses this site's policy provider ({Provider}). If its GetBasePolicies() omits the policies of DefaultOutputCachePolicyProvider, cached pages show one visitor's consent to others. Derive the provider from that class, or return its base policies too.")]
    private static partial void LogProvider(ILogger logger, string provider);
}
