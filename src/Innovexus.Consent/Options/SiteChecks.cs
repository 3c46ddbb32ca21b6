namespace Innovexus.Consent;

/// <summary>What is wrong with the options of the site as a whole: its pages, rules and policy.</summary>
internal static class SiteChecks
{
    public static void Check(ConsentOptions options, List<ConsentProblem> problems)
    {
        CheckSite(options, problems);
        CookieNameCheck.Check(options, problems);
        BannerCheck.Check(options, problems);
        CheckRules(options, problems);
        CheckPolicyVersions(options, problems);
        options.Check(problems);
        if (options.Standalone)
        {
            CheckStandalone(options, problems);
        }
    }

    // The other settings of a server are no settings here (ServerSettings).
    private static void CheckStandalone(ConsentOptions options, List<ConsentProblem> problems)
    {
        var (rules, defaults) = (options.Rules, new ConsentRulesOptions());
        (string Name, bool IsSet)[] settings =
        [
            ("Models", rules.Models.Count > 0),
            ("Lifetimes", rules.Lifetimes.Count > 0),
            ("OptInUnder18", rules.OptInUnder18 != defaults.OptInUnder18),
            ("HonorDoNotTrack", rules.HonorDoNotTrack != defaults.HonorDoNotTrack),
            ("ExternalPrecedence", rules.ExternalPrecedence != defaults.ExternalPrecedence),
        ];
        problems.AddRange(settings.Where(setting => setting.IsSet)
            .Select(setting => new ConsentProblem($"{options.Registry.SectionPath}:Rules:{setting.Name}", ServerSettings.Problem($"Rules:{setting.Name}"))));
    }

    private static void CheckSite(ConsentOptions options, List<ConsentProblem> problems)
    {
        var section = options.Registry.SectionPath;
        var missing = options.Registry.SectionIsMissing ? $" The configuration has no section '{section}'; does it have another name?" : "";
        if (string.IsNullOrWhiteSpace(options.Controller?.Name))
        {
            problems.Add(new($"{section}:Controller:Name", $"No controller is named. Name who is responsible for the site: \"Controller\": {{ \"Name\": \"…\" }}.{missing}"));
        }

        if (options.Controller?.Contact is { } contact && !WebAddress.IsMailbox(contact) && !WebAddress.IsPath(contact) && !WebAddress.IsAddress(contact))
        {
            problems.Add(new($"{section}:Controller:Contact", $"'{contact}' is neither an e-mail address nor a web address. Write privacy@example.com, or start it with 'https://' (or '/' for a page of the site)."));
        }

        if (string.IsNullOrWhiteSpace(options.PrivacyPolicyPath))
        {
            problems.Add(new($"{section}:PrivacyPolicyPath", "The privacy policy is missing. Give its path, such as \"/privacy\"."));
        }
        else if (!WebAddress.IsPath(options.PrivacyPolicyPath) && !WebAddress.IsAddress(options.PrivacyPolicyPath))
        {
            problems.Add(new(
                $"{section}:PrivacyPolicyPath",
                $"'{options.PrivacyPolicyPath}' is neither a path of the site nor a web address. Start it with '/' or 'https://'."));
        }

        foreach (var (name, path) in new[] { ("PreferencesPath", options.PreferencesPath), ("PrivacyChoicesPath", options.PrivacyChoicesPath) })
        {
            if (path is not null && (!WebAddress.IsPath(path) || path.AsSpan().ContainsAny('?', '#')))
            {
                problems.Add(new($"{section}:{name}", $"'{path}' is not a path of the site. Start it with a single '/', and leave out what follows '?' or '#'."));
            }
        }

        if (!IsLifetime(options.Lifetime))
        {
            problems.Add(new($"{section}:Lifetime", BadLifetime(options.Lifetime)));
        }

        if (!Enum.IsDefined(options.Rules.ExternalPrecedence))
        {
            problems.Add(new($"{section}:Rules:ExternalPrecedence", $"There is no rule {options.Rules.ExternalPrecedence}. Use one of: {string.Join(", ", Enum.GetNames<ConsentPrecedence>())}."));
        }

        if (options.CookieDomain is { } domain && !IsDomain(domain))
        {
            problems.Add(new($"{section}:CookieDomain", $"'{domain}' is not a domain that cookies can be set for. Write the parent domain alone, such as example.com, without scheme, port or dot before it."));
        }
    }

    private static void CheckRules(ConsentOptions options, List<ConsentProblem> problems)
    {
        var path = $"{options.Registry.SectionPath}:Rules";
        foreach (var region in options.Rules.UnknownRegions)
        {
            problems.Add(new(path, RegionCode.IsUnion(region)
                ? RegionCode.Union
                : $"'{region}' is no region.{ConsentId.Suggestion(region, RegionCode.Known)} Write an ISO 3166 code, such as DE or US-CA."));
        }

        foreach (var (region, lifetime) in options.Rules.Lifetimes.Where(entry => !IsLifetime(entry.Value)))
        {
            problems.Add(new($"{path}:Lifetimes:{region}", BadLifetime(lifetime)));
        }

        string[] ids = [.. BuiltInDeclarations.Categories.Keys.Union(options.Registry.Categories.Keys, StringComparer.Ordinal)];
        foreach (var ((region, category), model) in options.Rules.Models)
        {
            if (!Enum.IsDefined(model))
            {
                problems.Add(new($"{path}:Models:{region}", $"There is no model {model}. Use one of: {string.Join(", ", Enum.GetNames<ConsentModel>())}."));
            }

            if (!ids.Contains(category, StringComparer.Ordinal))
            {
                problems.Add(new($"{path}:Models:{region}", $"There is no category '{category}'.{ConsentId.Suggestion(category, ids)}"));
            }
            else if (category == ConsentCategories.Necessary && model != ConsentModel.Exempt)
            {
                problems.Add(new($"{path}:Models:{region}", "'necessary' is always on. To let visitors decide, use another category."));
            }
        }
    }

    private static void CheckPolicyVersions(ConsentOptions options, List<ConsentProblem> problems)
    {
        if (options.PolicyVersions.Contains(null!))
        {
            problems.Add(new($"{options.Registry.SectionPath}:PolicyVersions", "One of the versions of the privacy policy is null. Leave it out, or say what it is."));
        }

        foreach (var versions in options.PolicyVersions.OfType<PolicyVersion>().GroupBy(version => version.Id, StringComparer.Ordinal))
        {
            var path = $"{options.Registry.SectionPath}:PolicyVersions:{versions.Key}";
            if (!PolicyVersion.IsId(versions.Key))
            {
                problems.Add(new(path, $"'{versions.Key}' cannot be a version's id. Use letters, digits, dots and hyphens, at most {PolicyVersion.LongestId}."));
            }

            if (versions.Count() > 1)
            {
                problems.Add(new(path, $"The version '{versions.Key}' of the privacy policy is declared twice. Give each an id of its own."));
            }

            if (versions.Any(version => version.Effective == default))
            {
                problems.Add(new($"{path}:Effective", $"The version '{versions.Key}' has no date. Give the date on which it takes effect, such as 2026-01-31."));
            }

            if (versions.Any(version => string.IsNullOrWhiteSpace(version.Summary)))
            {
                problems.Add(new($"{path}:Summary", $"The version '{versions.Key}' has no summary. Say in a sentence what changed."));
            }
        }
    }

    private static bool IsLifetime(TimeSpan lifetime) => lifetime >= TimeSpan.FromDays(1) && lifetime <= ConsentRules.LongestLifetime;

    private static string BadLifetime(TimeSpan lifetime) =>
        $"A decision cannot last {lifetime.TotalDays:0.##} days. Choose from 1 to {ConsentRules.LongestLifetime.TotalDays:0} days (13 months).";

    // A name without a dot is a top-level domain, for which browsers keep nothing; so is an address.
    private static bool IsDomain(string text) =>
        text.Contains('.', StringComparison.Ordinal) && !text.StartsWith('.') && !text.EndsWith('.') && Uri.CheckHostName(text) == UriHostNameType.Dns;
}
