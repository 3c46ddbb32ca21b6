using System.Text;
using System.Text.Json;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Writes how each language joins lists and says days and durations, from CLDR.</summary>
internal static class GeneratedFormats
{
    /// <summary>Where a language's are checked in.</summary>
    public static string PathOf(string language) => Path.Combine(Cldr.Texts, language == "en" ? "ConsentFormats.restext" : $"ConsentFormats.{language}.restext");

    public static string Write(string language)
    {
        var text = new StringBuilder("; From CLDR 48.2, by GeneratedFormats in the browser tests: do not edit. See THIRD-PARTY-NOTICES.md.\n");
        var list = Cldr.Read("cldr-misc", "listPatterns", language, "listPatterns", "listPattern-type-standard");
        Add("ListPair", list.GetProperty("2"));
        Add("ListStart", list.GetProperty("start"));
        Add("ListMiddle", list.GetProperty("middle"));
        Add("ListEnd", list.GetProperty("end"));

        foreach (var unit in new[] { "Minute", "Hour", "Day" })
        {
            foreach (var form in Cldr.Read("cldr-units", "units", language, "units", "long", $"duration-{unit.ToLowerInvariant()}").EnumerateObject())
            {
                const string Forms = "unitPattern-count-";
                if (form.Name.StartsWith(Forms, StringComparison.Ordinal) && form.Name.Split('-').Length == 3)
                {
                    Add($"{unit}.{form.Name[Forms.Length..]}", form.Value);
                }
            }
        }

        var calendar = language switch { "fa" => "persian", "th" => "buddhist", _ => "gregorian" };
        var dates = Cldr.Read(calendar == "gregorian" ? "cldr-dates" : $"cldr-cal-{calendar}", $"ca-{calendar}", language, "dates", "calendars", calendar);
        if (calendar != "gregorian")
        {
            text.Append("Calendar=").Append(calendar).Append('\n');
        }

        Add("Date", dates.GetProperty("dateFormats").GetProperty("long"));
        text.Append("Months=").AppendJoin('|', dates.GetProperty("months").GetProperty("format").GetProperty("wide").EnumerateObject().Select(month => month.Value.GetString())).Append('\n');
        var system = Cldr.Read("cldr-numbers", "numbers", language, "numbers", "defaultNumberingSystem").GetString()!;
        if (system != "latn")
        {
            text.Append("Digits=").Append(Cldr.Digits(system)).Append('\n');
        }

        return text.ToString();

        void Add(string name, JsonElement value) => text.Append(name).Append('=').Append(value.GetString()).Append('\n');
    }
}
