using System.Globalization;
using System.Runtime.InteropServices;

namespace Innovexus.Consent.Benchmarks;

/// <summary>What a table was measured on: numbers of another machine are others.</summary>
internal static class Machine
{
    /// <summary>One sentence.</summary>
    /// <param name="browser">The browser, where there was one.</param>
    public static string Describe(string? browser = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"Measured on {DateTime.UtcNow:yyyy-MM-dd}, on a machine of {Environment.ProcessorCount} cores ({RuntimeInformation.OSArchitecture}) with .NET {Environment.Version}{(browser is null ? "" : $" and {browser}")}.");
}
