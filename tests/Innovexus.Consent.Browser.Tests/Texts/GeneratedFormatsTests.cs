namespace Innovexus.Consent.Browser.Tests;

public class GeneratedFormatsTests
{
    private const string Anew = "dotnet run --project tests/Innovexus.Consent.Browser.Tests -- -class \"*GeneratedFormatsTests\" -explicit only";

    [Fact]
    public void What_is_checked_in_is_what_CLDR_gives()
    {
        Assert.All(Cldr.Languages, language =>
            Assert.True(GeneratedFormats.Write(language) == File.ReadAllText(GeneratedFormats.PathOf(language)), $"{language}: write the formats anew: {Anew}"));
        Assert.True(GeneratedPluralRules.Write() == File.ReadAllText(GeneratedPluralRules.Path), $"Write the rules anew: {Anew}");
    }

    [Fact(Explicit = true)]
    public void Write_them_anew()
    {
        foreach (var language in Cldr.Languages)
        {
            File.WriteAllText(GeneratedFormats.PathOf(language), GeneratedFormats.Write(language));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(GeneratedPluralRules.Path)!);
        File.WriteAllText(GeneratedPluralRules.Path, GeneratedPluralRules.Write());
    }
}
