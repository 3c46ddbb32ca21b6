namespace Innovexus.Consent;

/// <summary>What is wrong with the options that only a server has.</summary>
internal static class ServerChecks
{
    public static void Check(ConsentServerOptions options, List<ConsentProblem> problems)
    {
        var section = options.Registry.SectionPath;
        if (options.SourceTimeout < TimeSpan.FromMilliseconds(50) || options.SourceTimeout > TimeSpan.FromMinutes(1))
        {
            problems.Add(new($"{section}:SourceTimeout", $"SourceTimeout is {options.SourceTimeout:c}; choose 50 milliseconds to one minute, such as \"00:00:03\"."));
        }

        if (options.ExternalSaveRetries is < 0 or > 10)
        {
            problems.Add(new($"{section}:ExternalSaveRetries", $"ExternalSaveRetries is {options.ExternalSaveRetries}; choose 0 to 10."));
        }

        if (!Enum.IsDefined(options.ContentSecurity))
        {
            problems.Add(new($"{section}:ContentSecurity", $"There is no mode {options.ContentSecurity}. Use one of: {string.Join(", ", Enum.GetNames<ContentSecurityMode>())}."));
        }
        else if (options.ContentSecurity == ContentSecurityMode.Enforce && options.CacheablePages)
        {
            problems.Add(new($"{section}:ContentSecurity", "Pages that caches keep for all visitors (CacheablePages) cannot carry one visitor's policy. Use ReportOnly, or leave CacheablePages off."));
        }

        foreach (var origin in options.AllowedOrigins.Where(origin => !WebAddress.IsOrigin(origin)))
        {
            problems.Add(new($"{section}:AllowedOrigins", $"'{origin}' is not an origin. Write scheme and host without a path, such as https://www.example.com."));
        }
    }
}
