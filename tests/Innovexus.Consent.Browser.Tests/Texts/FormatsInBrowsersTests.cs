using System.Globalization;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Browsers say the same as the library: plural forms, lists and days, which the runtime writes anew in the browser.</summary>
public class FormatsInBrowsersTests(Chromium chromium)
{
    private static readonly DateTime[] Days = [new(2026, 11, 28), new(2026, 1, 1), new(2027, 5, 9)];

    public static TheoryData<string> Languages => [.. Cldr.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task They_say_the_same(string language)
    {
        var page = await chromium.Browser.NewPageAsync();
        var (before, name) = (CultureInfo.CurrentUICulture, Cldr.NameOf(language));
        CultureInfo.CurrentUICulture = new(language);
        try
        {
            var forms = await page.EvaluateAsync<string[]>("name => Array.from({ length: 201 }, (_, n) => new Intl.PluralRules(name).select(n))", name);
            Assert.Equal(Enumerable.Range(0, 201).Select(n => PluralRules.FormOf(language, n)), forms);

            // Chromium has the plural forms of all languages, and the rest of those that its own pages speak. The runtime leaves the days of
            // others as the server wrote them.
            if (!await page.EvaluateAsync<bool>("name => Intl.DateTimeFormat.supportedLocalesOf(name).length > 0 && !/M\\d/.test(new Date().toLocaleDateString(name, { dateStyle: 'long' }))", name))
            {
                return;
            }

            var lists = await page.EvaluateAsync<string[]>("name => [1, 2, 3, 4].map(n => new Intl.ListFormat(name).format(['Alpha', 'Beta', 'Ida', 'Delta'].slice(0, n)))", name);
            Assert.Equal(lists, Enumerable.Range(1, 4).Select(n => ConsentTexts.List([.. new[] { "Alpha", "Beta", "Ida", "Delta" }.Take(n)])));

            // As ic-ui.js has it.
            var days = await page.EvaluateAsync<string[]>("([name, days]) => days.map(day => new Date(day + 'T12:00').toLocaleDateString(name, { dateStyle: 'long' }).replace(/\\s/g, '\\xa0'))", new object[] { name, Days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) });
            Assert.Equal(days, Days.Select(ConsentTexts.Day));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
            await page.CloseAsync();
        }
    }
}
