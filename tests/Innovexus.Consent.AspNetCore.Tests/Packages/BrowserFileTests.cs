using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What the build makes of the sources in <c>Runtime/</c>.</summary>
[Collection(PackedPackages.Collection)]
public sealed partial class BrowserFileTests(PackedPackages packages)
{
    public static TheoryData<string> Scripts =>
        [.. Directory.GetFiles(Repository.Path("src", "Innovexus.Consent", "Runtime"), "*.js").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Nothing_of_a_script_is_lost(string file)
    {
        var (source, shipped) = (Source(file), Shipped(file));

        Assert.True(shipped.Length < source.Length * 3 / 4, $"{file} ships with {shipped.Length} of {source.Length} characters.");
        Assert.Equal(Lasting(source), Lasting(shipped));
    }

    [Fact]
    public void Nothing_of_the_style_is_lost()
    {
        var (source, shipped) = (Source("ic.css"), Shipped("ic.css"));

        Assert.True(shipped.Length < source.Length);
        Assert.Equal(Squeezed(source), Squeezed(shipped));
        Assert.Single(Regex.Matches(shipped, @"/\*"));
    }

    [Fact]
    public void Pages_carry_the_first_part_of_the_minified_style()
    {
        var style = InlineStyle.Of(BannerLook.Default);

        Assert.StartsWith(style, Shipped("ic.css"), StringComparison.Ordinal);
        Assert.Contains(".ic-banner{", style, StringComparison.Ordinal);
        Assert.DoesNotContain(".ic-dialog{", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_carry_the_style_of_their_own_layout_and_of_no_other()
    {
        var common = InlineStyle.Of(BannerLook.Default);

        Assert.All(BannerLook.All.Where(look => look.Sheet is not null), look => Assert.Equal(common + Shipped(look.Sheet!), InlineStyle.Of(look)));
        Assert.Equal(InlineStyle.All.Count(), ConsentHashes.Style.Split(' ').Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_map_leads_back_to_the_source(string file)
    {
        // The scripts of every page do not name it.
        Assert.Equal(file is not ("ic.js" or "ic-say.js"), Shipped(file).EndsWith($"\n//# sourceMappingURL={file}.map\n", StringComparison.Ordinal));
        using var map = JsonDocument.Parse(Shipped($"{file}.map"));
        var source = Assert.Single(map.RootElement.GetProperty("sourcesContent").EnumerateArray()).GetString()!;
        Assert.Equal($"Runtime/{file}", Assert.Single(map.RootElement.GetProperty("sources").EnumerateArray()).GetString());
        Assert.Equal(Source(file), source);

        var names = map.RootElement.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).ToArray();
        var lines = source.Split('\n');
        var named = SourceMapReader.Names(map.RootElement.GetProperty("mappings").GetString()!).ToArray();
        Assert.True(named.Length > 10);
        Assert.All(named, place => Assert.Matches($@"^([.?]|\w+ )*{Regex.Escape(names[place.Name])}\b", lines[place.Line][place.Column..]));
    }

    [Theory]
    [InlineData("wrong.js", "const one = 1;\nconst two = (one;\n", 2)]
    [InlineData("wrong.css", ".ic { color: red }\n.ic-banner { color: }\n", 2)]
    public async Task A_mistake_fails_the_build_at_its_line(string file, string text, int line)
    {
        var folder = Directory.CreateTempSubdirectory("innovexus-sources-");
        var source = Path.Combine(folder.FullName, file);
        await File.WriteAllTextAsync(source, text, TestContext.Current.CancellationToken);
        var tool = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Innovexus.Consent.AspNetCore.Tests"), Path.Combine("src", "Innovexus.Consent.Build"), StringComparison.Ordinal);

        using var minify = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(tool, "Innovexus.Consent.Build.dll"), Path.Combine(folder.FullName, "out"), source]) { RedirectStandardError = true })!;
        var said = await minify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await minify.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, minify.ExitCode);
        Assert.Matches($@"^{Regex.Escape(source)}\({line},\d+\): error \w+: .", said);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "out", file)));
        folder.Delete(recursive: true);
    }

    private string Shipped(string file) => packages.Read("Innovexus.Consent", $"staticwebassets/{file}");

    private static string Source(string file) => File.ReadAllText(Repository.Path("src", "Innovexus.Consent", "Runtime", file));

    // What no minifier may rename or drop: each use of a property.
    private static string[] Lasting(string script) =>
        [.. Kept().Matches(Comment().Replace(script, "")).Select(match => match.Value).Order(StringComparer.Ordinal)];

    // Without what a style sheet can do without.
    private static string Squeezed(string sheet) =>
        Regex.Replace(Regex.Replace(sheet, @"/\*.*?\*/", "", RegexOptions.Singleline), @"\s|;(?=\s*})", "").Replace("outline:none", "outline:0", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\.)\.[a-zA-Z_]\w*")]
    private static partial Regex Kept();

    [GeneratedRegex(@"^\s*//[^\n]*$|/\*\*.*?\*/", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Comment();
}
