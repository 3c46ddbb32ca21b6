using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>
/// Reads the <c>Consent</c> section and collects every problem with its path. The framework's binders stop at the first
/// problem or drop a bad entry silently, and a consent registry must do neither.
/// </summary>
internal sealed class ConsentSectionReader(ConsentOptions options, ConfigurationLayers layers)
{
    private static readonly char[] ListSeparators = [',', ' ', '\t', '\n', '\r'];

    private bool _isSingle;

    private RegistryDraft Draft => options.Registry;

    public void Read(IConfigurationSection section)
    {
        Draft.SectionPath = section.Path;
        Draft.SectionIsMissing = !section.Exists();
        _isSingle = layers.IsSingle(section);
        var settings = new Dictionary<string, Action<IConfigurationSection>>
        {
            ["Controller"] = ReadController,
            ["PrivacyPolicyPath"] = entry => ReadText(entry, text => options.PrivacyPolicyPath = text),
            ["PreferencesPath"] = entry => ReadText(entry, text => options.PreferencesPath = text),
            ["PrivacyChoicesPath"] = entry => ReadText(entry, text => options.PrivacyChoicesPath = text),
            ["PolicyVersions"] = entry => ReadMap(entry, ReadPolicyVersion),
            ["Lifetime"] = entry => ReadDuration(entry, duration => options.Lifetime = duration),
            ["InlineStyle"] = entry => ReadBool(entry, value => options.InlineStyle = value),
            ["Rules"] = ReadRules,
            ["CookieDomain"] = entry => ReadText(entry, text => options.CookieDomain = text),
            ["CookieName"] = entry => ReadText(entry, text => options.CookieName = text),
            ["FrameworkCookies"] = entry => ReadFlags<FrameworkCookies>(entry, cookies => BuiltInDeclarations.AddFrameworkCookies(Draft, cookies)),
            ["Categories"] = entry => ReadMap(entry, ReadCategory),
            ["Vendors"] = entry => ReadMap(entry, ReadVendor),
            ["Signals"] = entry => ReadMap(entry, (_, signal) => ReadSignal(signal, options.Signals)),
        };
        options.AddSettings(this, settings);
        ReadObject(section, settings, elsewhere: ServerSettings.Names);
    }

    private void ReadController(IConfigurationSection section)
    {
        string? name = null, contact = null;
        ReadObject(section, new()
        {
            ["Name"] = entry => ReadText(entry, text => name = text),
            ["Contact"] = entry => ReadText(entry, text => contact = text),
        });
        options.Controller = new() { Name = name ?? "", Contact = contact };
    }

    private void ReadRules(IConfigurationSection section) => ReadObject(section, new()
    {
        ["StrictestEverywhere"] = entry => ReadBool(entry, value => options.Rules.StrictestEverywhere = value),
        ["OptInUnder18"] = entry => ReadBool(entry, value => options.Rules.OptInUnder18 = value),
        ["HonorDoNotTrack"] = entry => ReadBool(entry, value => options.Rules.HonorDoNotTrack = value),
        ["ExternalPrecedence"] = entry => ReadName<ConsentPrecedence>(entry, value => options.Rules.ExternalPrecedence = value),
        ["Models"] = entry => ReadMap(entry, (region, models) => ReadMap(models, (category, model) => ReadName<ConsentModel>(model, value => options.Rules.SetModel(region, category.ToLowerInvariant(), value)))),
        ["Lifetimes"] = entry => ReadMap(entry, (region, lifetime) => ReadDuration(lifetime, value => options.Rules.SetLifetime(region, value))),
    });

    private void ReadPolicyVersion(string id, IConfigurationSection section)
    {
        // Another section, or the same one added again, may speak of it too.
        var before = options.PolicyVersions.FirstOrDefault(known => known.Id == id);
        var version = before ?? new() { Id = id, Effective = default, Summary = "" };
        ReadObject(section, new()
        {
            ["Effective"] = entry => ReadDate(entry, value => version = version with { Effective = value }),
            ["Summary"] = entry => ReadText(entry, text => version = version with { Summary = text }),
            ["Material"] = entry => ReadBool(entry, value => version = version with { Material = value }),
        });
        if (before is not null)
        {
            options.PolicyVersions.Remove(before);
        }

        options.PolicyVersions.Add(version);
    }

    private void ReadCategory(string key, IConfigurationSection section)
    {
        var id = BuiltInDeclarations.Categories.Keys.FirstOrDefault(builtIn => string.Equals(builtIn, key, StringComparison.OrdinalIgnoreCase)) ?? key;
        var category = Draft.Category(id);
        Draft.Paths[$"Categories:{id}"] = section.Path;
        ReadObject(section, new()
        {
            ["Name"] = entry => ReadText(entry, text => category.Name = text),
            ["Purpose"] = entry => ReadText(entry, text => category.Purpose = text),
            ["Order"] = entry => ReadInteger(entry, value => category.Order = value),
        });
    }

    private void ReadVendor(string id, IConfigurationSection section)
    {
        var vendor = Draft.Vendor(id);
        Draft.Paths[$"Vendors:{id}"] = section.Path;
        ReadObject(section, new()
        {
            ["Category"] = entry => ReadText(entry, text => vendor.Category = text),
            ["Name"] = entry => ReadText(entry, text => vendor.Name = text),
            ["Purpose"] = entry => ReadText(entry, text => vendor.Purpose = text),
            ["PolicyUrl"] = entry => ReadText(entry, text => vendor.PolicyUrl = text),
            ["Role"] = entry => ReadName<VendorRole>(entry, role => vendor.Role = role),
            ["SaleOrShare"] = entry => ReadBool(entry, value => vendor.SaleOrShare = value),
            ["SensitiveData"] = entry => ReadBool(entry, value => vendor.SensitiveData = value),
            ["Countries"] = entry =>
            {
                vendor.Countries.Clear();
                ReadList(entry, vendor.Countries.Add);
            },
            ["Transfer"] = entry => ReadText(entry, text => vendor.Transfer = text),
            ["Revision"] = entry => ReadInteger(entry, value => vendor.Revision = value),
            ["Signals"] = entry => ReadMap(entry, (_, signal) => ReadSignal(signal, vendor.Signals)),
            ["Events"] = entry => ReadCall(entry, call => vendor.Events = call),
            ["PageView"] = entry => ReadCall(entry, call => vendor.PageView = call),
            ["PageViews"] = entry => ReadName<VendorPageViews>(entry, value => vendor.PageViews = value),
            ["Origins"] = entry => ReadMap(entry, (use, origins) => ReadOrigins(vendor, use, origins)),
            ["Cookies"] = entry => ReadMap(entry, (name, cookie) => ReadCookie(vendor, name, cookie), nameMayBeGiven: true),
        });
    }

    private void ReadSignal(IConfigurationSection section, IList<VendorSignal> signals)
    {
        SignalMoment? when = null;
        SignalForm? form = null;
        string? target = null;
        var arguments = "[]";
        var problemsBefore = Draft.Problems.Count;
        ReadObject(section, new()
        {
            ["When"] = entry => ReadName<SignalMoment>(entry, value => when = value),
            ["Form"] = entry => ReadName<SignalForm>(entry, value => form = value),
            ["Target"] = entry => ReadText(entry, text => target = text),
            ["Arguments"] = entry => ReadText(entry, text => arguments = text),
        });
        if (Draft.Problems.Count > problemsBefore)
        {
            return;
        }

        if (when is null || form is null || target is null)
        {
            Problem(section.Path, "A signal needs When, Form and Target, such as \"When\": \"Revoke\", \"Form\": \"Call\", \"Target\": \"plausible.optOut\".");
        }
        else if (new VendorSignal { When = when.Value, Form = form.Value, Target = target, Arguments = arguments } is var signal && !signals.Contains(signal))
        {
            signals.Add(signal);
        }
    }

    private void ReadCall(IConfigurationSection section, Action<VendorCall> set)
    {
        SignalForm? form = null;
        string? target = null;
        var arguments = "[]";
        var problemsBefore = Draft.Problems.Count;
        ReadObject(section, new()
        {
            ["Form"] = entry => ReadName<SignalForm>(entry, value => form = value),
            ["Target"] = entry => ReadText(entry, text => target = text),
            ["Arguments"] = entry => ReadText(entry, text => arguments = text),
        });
        if (Draft.Problems.Count > problemsBefore)
        {
            return;
        }

        if (form is null || target is null)
        {
            Problem(section.Path, "This needs Form and Target, such as \"Form\": \"Call\", \"Target\": \"plausible\".");
        }
        else
        {
            set(new() { Form = form.Value, Target = target, Arguments = arguments });
        }
    }

    private void ReadOrigins(VendorOptions vendor, string use, IConfigurationSection section) =>
        ReadFlags<VendorUses>(use, section.Path, flags => ReadList(section, origin => vendor.AddOrigin(origin, flags)));

    private void ReadCookie(VendorOptions vendor, string key, IConfigurationSection section)
    {
        string name = key, purpose = "";
        var kind = StorageKind.Cookie;
        TimeSpan? duration = null;
        string? domain = null;
        var path = "/";
        bool httpOnly = false, optOut = false;
        var problemsBefore = Draft.Problems.Count;
        ReadObject(section, new()
        {
            ["Name"] = entry => ReadText(entry, text => name = text),
            ["Kind"] = entry => ReadName<StorageKind>(entry, value => kind = value),
            ["Duration"] = entry => ReadDuration(entry, value => duration = value),
            ["Purpose"] = entry => ReadText(entry, text => purpose = text),
            ["Domain"] = entry => ReadText(entry, text => domain = text),
            ["Path"] = entry => ReadText(entry, text => path = text),
            ["HttpOnly"] = entry => ReadBool(entry, value => httpOnly = value),
            ["OptOut"] = entry => ReadBool(entry, value => optOut = value),
        });

        if (name.Length == 0)
        {
            Problem(section.Path, "This stored item has an empty name. In environment variables '__' separates levels, so a name such as '__Host-x' cannot be a key there: choose any other key and add \"Name\": \"__Host-x\".");
            return;
        }

        // A bad value was reported already; declaring the rest of the entry would report its missing parts a second time.
        if (Draft.Problems.Count == problemsBefore)
        {
            vendor.Add(new()
            {
                Name = name,
                Kind = kind,
                Duration = duration,
                Purpose = purpose,
                Domain = domain,
                Path = path,
                HttpOnly = httpOnly,
                OptOut = optOut,
            });
        }
    }

    private void ReadObject(IConfigurationSection section, Dictionary<string, Action<IConfigurationSection>> properties, IReadOnlyList<string>? elsewhere = null)
    {
        if (!IsObject(section))
        {
            return;
        }

        var known = new Dictionary<string, Action<IConfigurationSection>>(properties, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.GetChildren())
        {
            if (known.TryGetValue(entry.Key, out var read))
            {
                read(entry);
            }
            else if (elsewhere?.FirstOrDefault(name => name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)) is { } name)
            {
                Problem(entry.Path, ServerSettings.Problem(name));
            }
            else if (entry.Key.Length == 0)
            {
                Problem(section.Path, "There is an empty key. In environment variables '__' separates levels; a name that contains it needs another key and a \"Name\".");
            }
            else
            {
                Problem(entry.Path, $"There is no setting '{entry.Key}' here.{ConsentId.Suggestion(entry.Key, known.Keys)} Known are: {string.Join(", ", known.Keys)}.");
            }
        }
    }

    private void ReadMap(IConfigurationSection section, Action<string, IConfigurationSection> read, bool nameMayBeGiven = false)
    {
        if (!IsObject(section))
        {
            return;
        }

        foreach (var entry in section.GetChildren())
        {
            if (entry.Key.Length == 0 && !nameMayBeGiven)
            {
                Problem(section.Path, "There is an empty key; ids are keys here. In environment variables '__' separates levels.");
            }
            else
            {
                read(Spelling(section, entry.Key), entry);
            }
        }
    }

    // Keys match in any case, as everywhere in configuration, and where layers write one differently the framework reports that of the
    // last. What is declared is what stands first: a variable of the environment changes a value and renames nothing.
    private string Spelling(IConfigurationSection section, string key) =>
        Draft.Spelling(section.Path[Math.Min(Draft.SectionPath.Length, section.Path.Length)..], _isSingle ? key : layers.FirstSpelling(section, key));

    public void ReadText(IConfigurationSection entry, Action<string> set)
    {
        if (IsScalar(entry, "a single text") && entry.Value is { } text)
        {
            set(text);
        }
    }

    public void ReadList(IConfigurationSection entry, Action<string> add)
    {
        if (IsScalar(entry, "one text with the entries separated by commas or spaces (configuration layers would merge an array by index)"))
        {
            foreach (var item in (entry.Value ?? "").Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries))
            {
                add(item);
            }
        }
    }

    public void ReadBool(IConfigurationSection entry, Action<bool> set) =>
        ReadValue(entry, () => "Write true or false.", text => bool.TryParse(text, out var value) ? value : null, set);

    public void ReadDate(IConfigurationSection entry, Action<DateOnly> set) => ReadValue(
        entry,
        () => "Write a date such as 2026-01-31.",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null,
        set);

    public void ReadInteger(IConfigurationSection entry, Action<int> set) => ReadValue(
        entry,
        () => "Write a whole number.",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
        set);

    public void ReadDuration(IConfigurationSection entry, Action<TimeSpan> set) =>
        ReadValue(entry, () => ConsentDuration.Form, text => ConsentDuration.TryParse(text, out var value) ? value : null, set);

    public void ReadName<T>(IConfigurationSection entry, Action<T> set)
        where T : struct, Enum =>
        ReadValue(
            entry,
            () => $"Use one of: {string.Join(", ", Enum.GetNames<T>())}.{ConsentId.Suggestion(entry.Value ?? "", Enum.GetNames<T>())}",
            Named<T>,
            set);

    private void ReadFlags<T>(IConfigurationSection entry, Action<T> set)
        where T : struct, Enum
    {
        if (IsScalar(entry, "one text with the names separated by commas") && !string.IsNullOrEmpty(entry.Value))
        {
            ReadFlags(entry.Value, entry.Path, set);
        }
    }

    private void ReadFlags<T>(string text, string path, Action<T> set)
        where T : struct, Enum
    {
        var names = text.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries);
        var unknown = Array.Find(names, name => Named<T>(name) is null);
        if (unknown is not null)
        {
            Problem(path, $"There is no '{unknown}'.{ConsentId.Suggestion(unknown, Enum.GetNames<T>())} Use: {string.Join(", ", Enum.GetNames<T>())}.");
        }
        else
        {
            set(Enum.Parse<T>(string.Join(',', names), ignoreCase: true));
        }
    }

    private void ReadValue<T>(IConfigurationSection entry, Func<string> fix, Func<string, T?> parse, Action<T> set)
        where T : struct
    {
        if (!IsScalar(entry, "a single value") || string.IsNullOrEmpty(entry.Value))
        {
            return;
        }

        if (parse(entry.Value) is { } value)
        {
            set(value);
        }
        else
        {
            Problem(entry.Path, $"'{entry.Value}' cannot be read. {fix()}");
        }
    }

    // By name only: Enum.TryParse would also take "64", a number that no name stands for.
    private static T? Named<T>(string text)
        where T : struct, Enum =>
        Array.Find(Enum.GetNames<T>(), name => string.Equals(name, text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name)
            : null;

    private bool IsObject(IConfigurationSection section)
    {
        if (string.IsNullOrEmpty(section.Value))
        {
            return true;
        }

        Problem(section.Path, $"'{section.Value}' is a value, but an object with settings is expected: {{ … }}.");
        return false;
    }

    private bool IsScalar(IConfigurationSection section, string what)
    {
        if (!section.GetChildren().Any())
        {
            return true;
        }

        Problem(section.Path, $"This is a list or an object. Write {what}.");
        return false;
    }

    private void Problem(string path, string message) => Draft.Problems.Add(new(path, message));
}
