namespace Innovexus.Consent.Tests;

public class TextLanguageTests
{
    [Theory]
    [InlineData("", "en")]
    [InlineData("en-US", "en")]
    [InlineData("de-AT", "de")]
    [InlineData("fr-CA", "fr-CA")]
    [InlineData("fr-CH", "fr")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("pt-AO", "pt")]
    [InlineData("es-ES", "es")]
    [InlineData("es-MX", "es-419")]
    [InlineData("es-AR", "es-419")]
    [InlineData("no", "nb")]
    [InlineData("nn-NO", "nb")]
    [InlineData("nb-NO", "nb")]
    [InlineData("sr-Latn-RS", "sr-Latn")]
    [InlineData("sr-Cyrl-RS", "sr")]
    [InlineData("sr-RS", "sr")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-Hant-MO", "zh-Hant")]
    [InlineData("haw-US", "en")]
    [InlineData("qq-nowhere", "en")]
    public void The_nearest_language_that_there_is(string culture, string expected)
    {
        using var language = new InLanguage(culture);

        Assert.Equal(expected, ConsentTexts.Default.Language);
        Assert.NotEmpty(ConsentTexts.Default.AcceptAll);
    }

    [Theory]
    [InlineData("ar-EG", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("fa-IR", "rtl")]
    [InlineData("ur-PK", "rtl")]
    [InlineData("de", "ltr")]
    [InlineData("ckb", "ltr")]
    public void It_says_how_it_is_written(string culture, string expected)
    {
        using var language = new InLanguage(culture);

        Assert.Equal(expected, ConsentTexts.Default.Direction);
    }

    [Fact]
    public void The_texts_change_with_the_culture()
    {
        using var german = new InLanguage("de-DE");
        Assert.Equal("Alle ablehnen", ConsentTexts.Default.RejectAll);

        using var french = new InLanguage("fr-FR");
        Assert.Equal("Tout refuser", ConsentTexts.Default.RejectAll);
    }

    [Theory]
    [InlineData("en", "28 November 2026", "2 days", "A, B and C")]
    [InlineData("de", "28. November 2026", "2 Tage", "A, B und C")]
    [InlineData("pl", "28 listopada 2026", "2 dni", "A, B i C")]
    [InlineData("eu", "2026(e)ko azaroaren 28(a)", "2 egun", "A, B eta C")]
    [InlineData("ja", "2026年11月28日", "2 日", "A、B、C")]
    [InlineData("fa", "۷ آذر ۱۴۰۵", "۲ روز", "A،\u200f B، و C")]
    [InlineData("es", "28 de noviembre de 2026", "2 días", "A, B y C")]
    public void Days_durations_and_lists_are_the_languages_own(string culture, string day, string days, string list)
    {
        using var language = new InLanguage(culture);

        Assert.Equal(day.Replace(' ', '\u00A0'), ConsentTexts.Day(new(2026, 11, 28)));
        Assert.Equal(days.Replace('\u00A0', ' '), ConsentTexts.Count(2, "Day").Replace('\u00A0', ' '));
        Assert.Equal(list, ConsentTexts.List(["A", "B", "C"]));
    }

    [Theory]
    [InlineData("es", "Intercom", "A e Intercom")]
    [InlineData("es-MX", "Hierro", "A y Hierro")]
    [InlineData("he", "B", "A \u05d5-B")]
    public void What_CLDR_leaves_to_programs(string culture, string name, string list)
    {
        using var language = new InLanguage(culture);

        Assert.Equal(list, ConsentTexts.List(["A", name]));
    }
}
