using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Innovexus.Consent;

/// <summary>A language that the library speaks, with its texts. Immutable and safe to share between threads.</summary>
internal sealed class TextLanguage
{
    private const string English = "en";

    private static readonly ResourceManager Texts = new(typeof(ConsentTexts));

    private static readonly ResourceManager FormatFiles = new(typeof(ConsentFormats));

    private static readonly ResourceSet EnglishTexts = Of(Texts, CultureInfo.InvariantCulture)!;

    // By the name of the culture that asks.
    private static readonly ConcurrentDictionary<string, TextLanguage> Known = new(StringComparer.OrdinalIgnoreCase);

    private readonly ResourceSet _texts;

    private TextLanguage(string name, CultureInfo culture, ResourceSet texts)
    {
        Name = name;
        _texts = texts;
        Formats = new(name, Of(FormatFiles, culture)!);
    }

    /// <summary>The language of <see cref="CultureInfo.CurrentUICulture"/>, or the nearest that the library speaks.</summary>
    public static TextLanguage Current => Known.GetOrAdd(CultureInfo.CurrentUICulture.Name, Find);

    /// <summary>Its name (BCP 47), such as <c>de</c> or <c>sr-Latn</c>.</summary>
    public string Name { get; }

    /// <summary>How it is written: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => LanguageTag.DirectionOf(Name);

    /// <summary>How it joins lists and says days and durations.</summary>
    public ConsentFormats Formats { get; }

    /// <summary>A text by its name.</summary>
    public string this[string name] => _texts.GetString(name) ?? EnglishTexts.GetString(name)!;

    private static TextLanguage Find(string culture)
    {
        foreach (var name in LanguageTag.NearestOf(culture))
        {
            if (name != English && CultureOf(name) is { } own && Of(Texts, own) is { } texts)
            {
                return new(name, own, texts);
            }
        }

        return new(English, CultureInfo.InvariantCulture, EnglishTexts);
    }

    // One culture's alone, or nothing.
    private static ResourceSet? Of(ResourceManager files, CultureInfo culture) => files.GetResourceSet(culture, createIfNotExists: true, tryParents: false);

    private static CultureInfo? CultureOf(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            // An application without culture data makes none.
            return null;
        }
    }
}
