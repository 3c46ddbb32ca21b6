using System.Diagnostics;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>Pages on paper; WebKitGTK's driver cannot print.</summary>
public abstract class PaperWalks(IEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_declarations_are_printed_whole_and_the_banner_is_not(bool decided) => WalkSampleAsync(async walk =>
    {
        await walk.OpenAsync("/privacy");
        if (decided)
        {
            await walk.ChooseAsync("reject-all");
        }

        var text = await TextAsync(await walk.PrintAsync());

        foreach (var name in new[] { "Signalbox", "_sa", "_sa_session", "Adreach", "_ads", "Reelhouse", "Helpline", "ic_consent" })
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
        }

        // What stands after them, and what nobody needs on paper.
        Assert.Contains("Yourrights", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Acceptall", text, StringComparison.Ordinal);
    });

    private static async Task<string> TextAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            // Narrow columns break names.
            return string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

[Collection("Chromium")]
public sealed class ChromiumPaper(ChromiumEngine engine, Sites sites) : PaperWalks(engine, sites);

[Collection("Firefox")]
public sealed class FirefoxPaper(FirefoxEngine engine, Sites sites) : PaperWalks(engine, sites);
