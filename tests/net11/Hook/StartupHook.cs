using System.Diagnostics.CodeAnalysis;

/// <summary>Runs in every host before its own code, and ends it where it is not on .NET 11: then its tests fail.</summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this name in no namespace.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        if (Environment.Version.Major != 11 || !trusted.Contains("/Microsoft.AspNetCore.App/11.", StringComparison.Ordinal))
        {
            Environment.FailFast($"This host runs on .NET {Environment.Version}, or on another ASP.NET Core than that of .NET 11.");
        }

        File.AppendAllText(Environment.GetEnvironmentVariable("NET11_PROOF")!, $"{Environment.Version} {Environment.CommandLine}{Environment.NewLine}");
    }
}
