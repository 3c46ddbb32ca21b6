namespace Innovexus.Consent;

/// <summary>The words that visitors read. Consent agents look for some of them: "We use cookies", "Accept all", "Reject all".</summary>
internal static class ConsentTexts
{
    /// <summary>The language that all of them are in.</summary>
    public const string Language = "en";

    public const string Necessary = "Necessary";
    public const string NecessaryPurpose = "The site cannot work without these: security, signing in, and remembering your choice here. They are always on.";
    public const string Functional = "Functional";
    public const string FunctionalPurpose = "Extra features such as chat, videos and maps, and settings remembered between visits.";
    public const string Analytics = "Analytics";
    public const string AnalyticsPurpose = "Counting visits and learning which pages help, so that the site can be improved.";
    public const string Marketing = "Marketing";
    public const string MarketingPurpose = "Measuring advertising and showing ads that fit your interests, here and on other sites.";

    public const string OwnPurpose = "Remembers your choice about cookies.";
    public const string OwnCookie = "Holds what you allowed and refused, and when; no identifier. An objection is kept for 400 days.";
    public const string OwnSecureCookie = "The same, on https, where no other site can set it.";
    public const string OwnSignal = "Remembers that you set your browser's opt-out preference signal aside for this site.";
    public const string OwnPolicy = "Remembers which change of the privacy policy you have seen.";
    public const string OwnAccount = "Remembers that you were told where your account's choice differs from the one made in this browser.";
    public const string OwnPending = "Keeps a refusal until it has reached the site.";
    public const string OwnClear = "Holds what to delete once more on the next page, after you withdrew something.";
    public const string FrameworkName = "ASP.NET Core";
    public const string FrameworkPurpose = "The software this site runs on.";
    public const string AntiforgeryCookie = "Protects forms from being sent by other sites.";
    public const string SessionCookie = "Holds the state of your visit on the server.";
    public const string AuthenticationCookie = "Keeps you signed in.";
    public const string TempDataCookie = "Carries a message from one page to the next.";
    public const string CircuitCookie = "Keeps your visit on the same server.";
    public const string WebAssemblyStorage = "Remembers which parts of the application are already downloaded.";
    public const string MediaCache = "Keeps pictures and films that were already downloaded.";

    public const string BannerTitle = "We use cookies";
    public const string AcceptAll = "Accept all";
    public const string RejectAll = "Reject all";
    public const string Manage = "Manage";
    public const string Save = "Save";
    public const string Close = "Close";
    public const string PreferencesTitle = "Cookie settings";
    public const string PrivacyPolicy = "Privacy policy";
    public const string LockedBySignal = "Your browser sends an opt-out preference signal, so this stays off.";
    public const string LockedOnly = "This stays off.";
    public const string LockedByAge = "This stays off for young visitors.";
    public const string LockedByRestriction = "You have restricted the use of your data, so this stays off.";
    public const string Saved = "Preferences saved";
    public const string SavedForNextPage = "Your choice is saved. What already runs on this page stops when you open another page.";
    public const string NotSaved = "Your choice could not be saved. It counts for this page only; please try again later.";
    public const string NotSavedRefusal = "You are offline or the site did not answer. Your refusal counts and will be saved at your next visit.";
    public const string NotChanged = "Your choice could not be saved, so nothing was changed. Please try again.";
    public const string Held = "Your browser keeps no cookies for this site, so your choice counts until you leave this page.";
    public const string Back = "Back";
    public const string Contact = "Contact";

    public const string FollowsAccount = "If you are signed in, your choice also counts for your account, on your other devices.";
    public const string AccountReplaced = "Your account's choice about cookies differs from the one made in this browser. Your account's is the one that counts.";
    public const string AccountOverruled = "Your account's choice about cookies differs from the one made in this browser. This browser's is the one that counts here.";
    public const string AccountMixed = "Your account's choice about cookies differs from the one made in this browser. Some of each counts here.";

    public const string Vendors = "Vendors";
    public const string OtherSites = "Turning something off deletes what it stored on this site. What vendors stored on sites of their own only your browser's settings can delete.";

    public const string RequiredTitle = "This page needs your permission";
    public const string RequiredScope = "Allowing it counts for the whole site. You can change it at any time in the cookie settings.";
    public const string LoadOnce = "Load once";
    public const string AlwaysAllow = "Always allow";
    public const string EmbedUnavailable = "This content is not available.";

    public const string ItemName = "Name";
    public const string Kind = "Kind";
    public const string Purpose = "Purpose";
    public const string Duration = "Kept for";
    public const string Vendor = "Set by";
    public const string Recipient = "Received by";
    public const string StoredNow = "Stored now";
    public const string Yes = "Yes";
    public const string No = "No";
    public const string NotVisible = "Not visible to pages";
    public const string NothingStored = "Nothing stored";
    public const string UntilClosed = "Until you close the browser";
    public const string UntilDeleted = "Until it is deleted";

    /// <summary>The name of a category that needs no declaring; empty for others.</summary>
    public static string CategoryName(string id) => id switch
    {
        ConsentCategories.Necessary => Necessary,
        ConsentCategories.Functional => Functional,
        ConsentCategories.Analytics => Analytics,
        ConsentCategories.Marketing => Marketing,
        _ => "",
    };

    public static string CategoryPurpose(string id) => id switch
    {
        ConsentCategories.Necessary => NecessaryPurpose,
        ConsentCategories.Functional => FunctionalPurpose,
        ConsentCategories.Analytics => AnalyticsPurpose,
        ConsentCategories.Marketing => MarketingPurpose,
        _ => "",
    };

    /// <summary>The name of a vendor that needs no declaring; empty for others, and for the site itself.</summary>
    public static string VendorName(string id) => id == BuiltInDeclarations.FrameworkVendor ? FrameworkName : "";

    public static string VendorPurpose(string id) => id switch
    {
        BuiltInDeclarations.OwnVendor => OwnPurpose,
        BuiltInDeclarations.FrameworkVendor => FrameworkPurpose,
        _ => "",
    };

    public static string KindOf(StorageKind kind) => kind switch
    {
        StorageKind.Cookie => "Cookie",
        StorageKind.LocalStorage => "Local storage",
        StorageKind.SessionStorage => "Session storage",
        StorageKind.IndexedDB => "Database",
        StorageKind.Cache => "Cache",
        _ => "Service worker",
    };

    public static string RecipientOf(VendorRole role) => role switch
    {
        VendorRole.FirstParty => "Us only",
        VendorRole.Processor => "The vendor, on our behalf only",
        VendorRole.JointController => "The vendor, together with us",
        _ => "The vendor, for its own purposes too",
    };

    public static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";

    public static string Banner(string controller) =>
        $"{controller} uses cookies and similar technologies. Those the site needs are always on; everything else runs only if you allow it.";

    /// <summary>Where some purposes run until they are refused.</summary>
    public static string BannerOfBoth(string controller) =>
        $"{controller} uses cookies and similar technologies. Some run unless you turn them off; others only if you allow them.";

    public static string Notice(string controller) =>
        $"{controller} uses cookies and similar technologies. They run unless you turn them off, which you can do here and at any time.";

    public static string ChangedSince(string categories) => $"New since your choice: {categories}.";

    public const string PrivacyChoices = "Your privacy choices";
    public const string PrivacyChoicesLink = "Your Privacy Choices";
    public const string CaliforniaChoicesLink = "Your California Privacy Choices";
    public const string DoNotSellLink = "Do Not Sell or Share My Personal Information";
    public const string SaleTitle = "Sale, sharing and targeted advertising";
    public const string NoSale = "This site does not sell or share personal information, and uses none for targeted advertising.";
    public const string OptOutHonored = "Opt-out request honored";
    public const string OptedOut = "You have opted out. This site does not sell or share your personal information, and does not use it for targeted advertising.";
    public const string OptedOutBySignal = "Your browser sends an opt-out preference signal (Global Privacy Control). This site does not sell or share your personal information, and does not use it for targeted advertising.";
    public const string NotSold = "You have not allowed it, so this site does not sell or share your personal information, and does not use it for targeted advertising. You can opt out to keep it so.";
    public const string OptOut = "Opt out";
    public const string AllowSale = "Allow sale and sharing";
    public const string AllowSensitiveUse = "Allow its use";
    public const string OptInQuestion = "Allow the sale and sharing of your personal information, and targeted advertising?";
    public const string OptInDespiteSignal = "Your browser sends an opt-out preference signal (Global Privacy Control). If you confirm, this site ignores the signal until you opt out again.";
    public const string Confirm = "Yes, allow";
    public const string Cancel = "Keep it off";
    public const string SensitiveTitle = "Sensitive personal information";
    public const string Limit = "Limit the use";
    public const string Limited = "You have limited it: sensitive information is used only for what you ask for.";
    public const string AllowSensitiveQuestion = "Allow the use of your sensitive information beyond what you ask for?";
    public const string PolicyTitle = "Our privacy policy changes";
    public const string PolicyChangedTitle = "Our privacy policy has changed";
    public const string Understood = "OK";

    public static string Sold(string vendors, bool onlyIfAllowed) =>
        $"{(onlyIfAllowed ? "Only if you allow it" : "Unless you opt out")}, this site makes personal information available to {vendors}, to measure and show advertising. Some laws call this sale, sharing or targeted advertising. The site works the same without it.";

    public static string Sensitive(string vendors) => $"This site lets {vendors} use sensitive personal information for more than what you ask for. You can limit that.";

    // A day of the calendar, which is the same wherever the visitor is.
    public static string InForce(DateOnly effective, bool future) => $"It {(future ? "takes" : "took")} effect on {Day(effective.ToDateTime(TimeOnly.MinValue))}.";

    public const string Since = "Last changed on {0}.";

    public const string SignalHonored = "Your browser's opt-out preference signal (Global Privacy Control) is honored.";

    public static string Preferences(string controller) =>
        $"{controller} asks before anything optional runs. Choose by purpose; you can change your mind at any time.";

    /// <summary>Where some purposes run until they are refused.</summary>
    public static string PreferencesOfBoth(string controller) =>
        $"What is on here runs at {controller} unless you turn it off. Choose by purpose; you can change your mind at any time.";

    public const string Chosen = "You chose on {0}.";

    public const string CountsUntil = "Your choice counts until {0}.";

    public static string List(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    public static string Day(DateTime day) => day.ToString("d\u00A0MMMM\u00A0yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name of a vendor's switch, unlike every other: a vendor's name occurs once in a category.</summary>
    public static string VendorSwitch(string vendor, string category) => $"{vendor}, {category}";

    public static string LockedBecause(ConsentReason reason) => reason switch
    {
        ConsentReason.Signal => LockedBySignal,
        ConsentReason.Age => LockedByAge,
        ConsentReason.Restricted => LockedByRestriction,
        _ => LockedOnly,
    };

    public static string Required(string name, ConsentVerdict verdict) =>
        $"This page works only with “{name}”, which {(verdict.Locked ? "is off" : verdict.Reason == ConsentReason.Refused ? "you have turned off" : "you have not allowed yet")}.";

    public static string Allow(string name) => $"Allow {name}";

    public static string Embed(string vendor) =>
        $"This comes from {vendor}. Loading it tells {vendor} your IP address and what you do with it, and may let it store cookies.";

    public static string EmbedOf(string category) =>
        $"This belongs to “{category}”. Loading it tells its provider your IP address and what you do with it, and may let it store cookies.";

    public static string SentTo(string places) => $"The data goes to {places}.";

    public static string OpenOn(string host) => $"Open on {host}";

    public static string ButtonFor(string button, string title) => $"{button}: {title}";

    public static string PolicyOf(string vendor) => $"Privacy policy of {vendor}";
}
