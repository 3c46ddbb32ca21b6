using System.Text.RegularExpressions;

namespace Innovexus.Consent.Tests;

/// <summary>What holds for the texts of every language.</summary>
public partial class EveryLanguageTests
{
    private static readonly string Folder = Repository.Path("src", "Innovexus.Consent", "Texts");

    private static readonly IReadOnlyDictionary<string, string> English = Read("ConsentTexts.restext");

    // Words that more than one language has.
    private static readonly string[] Shared =
        ["AcceptAll", "Analytics", "ButtonFor", "Contact", "Functional", "ItemName", "Kind", "KindCache", "KindCookie", "KindDatabase", "KindServiceWorker", "Marketing", "No", "TransferFramework", "Understood", "VendorSwitch"];

    private static readonly string[] Buttons = ["AcceptAll", "RejectAll", "Manage", "Save", "LoadOnce", "AlwaysAllow"];

    public static TheoryData<string> Languages => [.. Directory.GetFiles(Folder, "ConsentTexts.*.restext").Select(file => Path.GetFileName(file).Split('.')[1])];

    [Fact]
    public void There_are_at_least_52() => Assert.True(Languages.Count >= 52);

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_is_complete_with_the_same_placeholders_and_without_markup(string language)
    {
        var texts = Read($"ConsentTexts.{language}.restext");

        Assert.Equal(English.Keys, texts.Keys);
        Assert.All(English, text =>
        {
            Assert.Equal(PlacesOf(text.Value), PlacesOf(texts[text.Key]));
            Assert.DoesNotMatch(@"[<>&\\]|^\s|\s$|  ", texts[text.Key]);
            Assert.True(texts[text.Key] != text.Value || Shared.Contains(text.Key), $"{text.Key} is English.");
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_keeps_within_the_room_that_there_is(string language)
    {
        var texts = Read($"ConsentTexts.{language}.restext");

        // The names that a law gives are as long as they are.
        Assert.All(English.Where(text => !text.Key.StartsWith("Transfer", StringComparison.Ordinal)), text => Assert.True(texts[text.Key].Length <= Math.Max(1.8 * text.Value.Length, text.Value.Length + 24), $"{text.Key}: {texts[text.Key]}"));
        Assert.All(Buttons, button => Assert.True(texts[button].Length <= 26, $"{button}: {texts[button]}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Accepting_and_refusing_differ_by_more_than_an_ending(string language)
    {
        var texts = Read($"ConsentTexts.{language}.restext");
        var (accept, refuse) = (texts["AcceptAll"].Split(' ', '\u00A0'), texts["RejectAll"].Split(' ', '\u00A0'));

        // Without the words that both have, such as "all", the rest begins differently.
        var (accepts, refuses) = (string.Join(' ', accept.Except(refuse)), string.Join(' ', refuse.Except(accept)));
        var same = accepts.Zip(refuses).TakeWhile(letters => letters.First == letters.Second).Count();
        var shorter = Math.Min(accepts.Length, refuses.Length);
        // Scripts without spaces write "all" and the verb as one.
        Assert.True(accept.Length == 1 ? shorter - same >= 2 : same < Math.Max(1, shorter / 2.0), $"{texts["AcceptAll"]} / {texts["RejectAll"]}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_library_speaks_it(string language)
    {
        using var inLanguage = new InLanguage(language);
        var texts = Read($"ConsentTexts.{language}.restext");

        Assert.Equal(language, ConsentTexts.Default.Language);
        Assert.Equal((texts["AcceptAll"], texts["OtherSites"]), (ConsentTexts.Default.AcceptAll, ConsentTexts.Default.OtherSites));
        Assert.NotEmpty(ConsentTexts.Day(new(2026, 11, 28)));
    }

    private static string PlacesOf(string text) => string.Concat(Places().Matches(text).Select(place => place.Value).Distinct().Order());

    private static Dictionary<string, string> Read(string file) => File.ReadLines(Path.Combine(Folder, file))
        .Where(line => line.Length > 0 && line[0] != ';')
        .Select(line => line.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Places();
}
