using System.Globalization;
using System.Text;

namespace Innovexus.Consent;

/// <summary>
/// The words that visitors read, in the language of <see cref="CultureInfo.CurrentUICulture"/>: each is looked up when it is read. They
/// stand in <c>ConsentTexts.restext</c>, and in a file beside it for each language. Safe to share between threads.
/// </summary>
internal sealed class ConsentTexts
{
    /// <summary>The library's own, for what belongs to no site.</summary>
    public static readonly ConsentTexts Default = new();

    // Names, and what the law prescribes word by word: English in every language, marked as such where they stand.
    public const string FrameworkName = "ASP.NET Core";
    public const string PrivacyChoicesLink = "Your Privacy Choices";
    public const string CaliforniaChoicesLink = "Your California Privacy Choices";
    public const string DoNotSellLink = "Do Not Sell or Share My Personal Information";
    public const string OptOutHonored = "Opt-out request honored";

    private readonly Func<TextLanguage> _language = () => TextLanguage.Current;

    /// <summary>The language of these texts (BCP 47), for <c>lang</c>.</summary>
    public string Language => _language().Name;

    /// <summary>How that language is written, for <c>dir</c>: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => _language().Direction;

    private string this[string name] => _language()[name];

    public string Necessary => this["Necessary"];
    public string NecessaryPurpose => this["NecessaryPurpose"];
    public string Functional => this["Functional"];
    public string FunctionalPurpose => this["FunctionalPurpose"];
    public string Analytics => this["Analytics"];
    public string AnalyticsPurpose => this["AnalyticsPurpose"];
    public string Marketing => this["Marketing"];
    public string MarketingPurpose => this["MarketingPurpose"];

    public string OwnPurpose => this["OwnPurpose"];
    public string OwnCookie => this["OwnCookie"];
    public string OwnSecureCookie => this["OwnSecureCookie"];
    public string OwnSignal => this["OwnSignal"];
    public string OwnPolicy => this["OwnPolicy"];
    public string OwnAccount => this["OwnAccount"];
    public string OwnPending => this["OwnPending"];
    public string OwnClear => this["OwnClear"];
    public string FrameworkPurpose => this["FrameworkPurpose"];
    public string AntiforgeryCookie => this["AntiforgeryCookie"];
    public string SessionCookie => this["SessionCookie"];
    public string AuthenticationCookie => this["AuthenticationCookie"];
    public string TempDataCookie => this["TempDataCookie"];
    public string CircuitCookie => this["CircuitCookie"];
    public string WebAssemblyStorage => this["WebAssemblyStorage"];
    public string MediaCache => this["MediaCache"];

    public string BannerTitle => this["BannerTitle"];
    public string Banner(string controller) => Fill(this["Banner"], controller);
    public string BannerOfBoth(string controller) => Fill(this["BannerOfBoth"], controller);
    public string Notice(string controller) => Fill(this["Notice"], controller);
    public string ChangedSince(string categories) => Fill(this["ChangedSince"], categories);
    public string SignalHonored => this["SignalHonored"];
    public string AcceptAll => this["AcceptAll"];
    public string RejectAll => this["RejectAll"];
    public string Manage => this["Manage"];

    public string PreferencesTitle => this["PreferencesTitle"];
    public string Preferences(string controller) => Fill(this["Preferences"], controller);
    public string PreferencesOfBoth(string controller) => Fill(this["PreferencesOfBoth"], controller);
    public string PrivacyPolicy => this["PrivacyPolicy"];
    public string Contact => this["Contact"];
    public string Chosen => this["Chosen"];
    public string CountsUntil => this["CountsUntil"];
    public string Save => this["Save"];
    public string Close => this["Close"];
    public string Back => this["Back"];
    public string Vendors => this["Vendors"];
    /// <summary>The name of a vendor's switch, unlike every other: a vendor's name occurs once in a category.</summary>
    public string VendorSwitch(string vendor, string category) => Fill(this["VendorSwitch"], vendor, category);
    public string PolicyOf(string vendor) => Fill(this["PolicyOf"], vendor);
    public string SentTo(string places) => Fill(this["SentTo"], places);
    public string OtherSites => this["OtherSites"];

    public string Saved => this["Saved"];
    public string SavedForNextPage => this["SavedForNextPage"];
    public string NotSaved => this["NotSaved"];
    public string NotSavedRefusal => this["NotSavedRefusal"];
    public string NotChanged => this["NotChanged"];
    public string Held => this["Held"];

    public string FollowsAccount => this["FollowsAccount"];

    public string RequiredTitle => this["RequiredTitle"];
    public string RequiredScope => this["RequiredScope"];
    public string Allow(string name) => Fill(this["Allow"], name);

    public string Embed(string vendor) => Fill(this["Embed"], vendor);
    public string EmbedOf(string category) => Fill(this["EmbedOf"], category);
    public string LoadOnce => this["LoadOnce"];
    public string AlwaysAllow => this["AlwaysAllow"];
    public string EmbedUnavailable => this["EmbedUnavailable"];
    public string OpenOn(string host) => Fill(this["OpenOn"], host);
    public string ButtonFor(string button, string title) => Fill(this["ButtonFor"], button, title);

    public string ItemName => this["ItemName"];
    public string Kind => this["Kind"];
    public string Purpose => this["Purpose"];
    public string Duration => this["Duration"];
    public string UntilClosed => this["UntilClosed"];
    public string UntilDeleted => this["UntilDeleted"];
    public string Vendor => this["Vendor"];
    public string Recipient => this["Recipient"];
    public string StoredNow => this["StoredNow"];
    public string Yes => this["Yes"];
    public string No => this["No"];
    public string NotVisible => this["NotVisible"];
    public string NothingStored => this["NothingStored"];

    public string PrivacyChoices => this["PrivacyChoices"];
    public string SaleTitle => this["SaleTitle"];
    public string NoSale => this["NoSale"];
    public string OptedOut => this["OptedOut"];
    public string OptedOutBySignal => this["OptedOutBySignal"];
    public string NotSold => this["NotSold"];
    public string OptOut => this["OptOut"];
    public string AllowSale => this["AllowSale"];
    public string OptInQuestion => this["OptInQuestion"];
    public string OptInDespiteSignal => this["OptInDespiteSignal"];
    public string Confirm => this["Confirm"];
    public string Cancel => this["Cancel"];
    public string SensitiveTitle => this["SensitiveTitle"];
    public string Sensitive(string vendors) => Fill(this["Sensitive"], vendors);
    public string Limit => this["Limit"];
    public string Limited => this["Limited"];
    public string AllowSensitiveUse => this["AllowSensitiveUse"];
    public string AllowSensitiveQuestion => this["AllowSensitiveQuestion"];
    public string Since => this["Since"];

    public string PolicyTitle => this["PolicyTitle"];
    public string PolicyChangedTitle => this["PolicyChangedTitle"];
    public string Understood => this["Understood"];

    /// <summary>The name of a category that needs no declaring; empty for others.</summary>
    public string CategoryName(string id) => id switch
    {
        ConsentCategories.Necessary => Necessary,
        ConsentCategories.Functional => Functional,
        ConsentCategories.Analytics => Analytics,
        ConsentCategories.Marketing => Marketing,
        _ => "",
    };

    public string CategoryPurpose(string id) => id switch
    {
        ConsentCategories.Necessary => NecessaryPurpose,
        ConsentCategories.Functional => FunctionalPurpose,
        ConsentCategories.Analytics => AnalyticsPurpose,
        ConsentCategories.Marketing => MarketingPurpose,
        _ => "",
    };

    /// <summary>The name of a vendor that needs no declaring; empty for others, and for the site itself.</summary>
    public static string VendorName(string id) => id == BuiltInDeclarations.FrameworkVendor ? FrameworkName : "";

    public string VendorPurpose(string id) => id switch
    {
        BuiltInDeclarations.OwnVendor => OwnPurpose,
        BuiltInDeclarations.FrameworkVendor => FrameworkPurpose,
        _ => "",
    };

    public string KindOf(StorageKind kind) => this[kind switch
    {
        StorageKind.Cookie => "KindCookie",
        StorageKind.LocalStorage => "KindLocalStorage",
        StorageKind.SessionStorage => "KindSessionStorage",
        StorageKind.IndexedDB => "KindDatabase",
        StorageKind.Cache => "KindCache",
        _ => "KindServiceWorker",
    }];

    public string RecipientOf(VendorRole role) => this[role switch
    {
        VendorRole.FirstParty => "RecipientFirstParty",
        VendorRole.Processor => "RecipientProcessor",
        VendorRole.JointController => "RecipientJointController",
        _ => "RecipientController",
    }];

    public string Conflict(AccountPrecedence precedence) => this[precedence switch
    {
        AccountPrecedence.Account => "AccountReplaced",
        AccountPrecedence.Browser => "AccountOverruled",
        _ => "AccountMixed",
    }];

    public string LockedBecause(ConsentReason reason) => this[reason switch
    {
        ConsentReason.Signal => "LockedBySignal",
        ConsentReason.Age => "LockedByAge",
        ConsentReason.Restricted => "LockedByRestriction",
        _ => "LockedOnly",
    }];

    public string Required(string name, ConsentVerdict verdict) => Fill(
        this[verdict.Locked ? "RequiredLocked" : verdict.Reason == ConsentReason.Refused ? "RequiredRefused" : "RequiredUndecided"],
        name);

    public string Sold(string vendors, bool onlyIfAllowed) => Fill(this[onlyIfAllowed ? "SoldOnlyIfAllowed" : "SoldUnlessOptedOut"], vendors);

    /// <summary>When a version of the privacy policy counts: a day of the calendar, which is the same wherever the visitor is.</summary>
    public string InForce(DateOnly effective, bool future) =>
        Fill(this[future ? "TakesEffect" : "TookEffect"], Day(effective.ToDateTime(TimeOnly.MinValue)));

    /// <summary>A whole number of days, hours or minutes (<c>Day</c>, <c>Hour</c>, <c>Minute</c>).</summary>
    public static string Count(int number, string unit) => TextLanguage.Current.Formats.Duration(number, unit);

    public static string List(IReadOnlyList<string> names) => TextLanguage.Current.Formats.List(names);

    /// <summary>Names one after the other, outside of a sentence.</summary>
    public static string Series(IEnumerable<string> names) => TextLanguage.Current.Formats.Series(names);

    public static string Day(DateTime day) => TextLanguage.Current.Formats.Day(day);

    // In one pass, so that braces in what is put in stay as they are.
    public static string Fill(string text, string first, string second = "")
    {
        var filled = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var place = text.AsSpan(i);
            if (place.StartsWith("{0}") || place.StartsWith("{1}"))
            {
                filled.Append(place[1] == '0' ? first : second);
                i += 2;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }
}
