using System.Diagnostics;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The types that the runtime's sources state in their comments, and those that the package ships for sites.</summary>
public class TypeTests
{
    private static readonly string Folder = Repository.Path("tests", "Innovexus.Consent.Browser.Tests", "Types");

    [Fact]
    public async Task The_runtimes_sources_agree_with_their_types()
    {
        using var checker = Process.Start(new ProcessStartInfo("node", ["node_modules/typescript/lib/tsc.js", "-p", "tsconfig.json"]) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        var said = await checker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await checker.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", said);
        Assert.Equal(0, checker.ExitCode);
    }
}
