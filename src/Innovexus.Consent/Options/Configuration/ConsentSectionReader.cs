using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>
/// Reads the <c>Consent</c> section and collects every problem with its path. The framework's binders stop at the first
/// problem or drop a bad entry silently, and a consent registry must do neither.
/// </summary>
internal sealed class ConsentSectionReader(ConsentOptions options, IConfigurationSection root, ConfigurationLayers layers)
{
    private readonly ValueReader _values = new(options.Registry.Problems);
    private readonly ObjectReader _objects = new(root, options.Registry, layers);

    private RegistryDraft Draft => options.Registry;

    public void Read()
    {
        Draft.SectionPath = root.Path;
        Draft.SectionIsMissing = !root.Exists();
        var signals = new SignalReader(Draft, _objects, _values);
        var settings = new Dictionary<string, Action<IConfigurationSection>>
        {
            ["Controller"] = ReadController,
            ["PrivacyPolicyPath"] = entry => _values.ReadText(entry, text => options.PrivacyPolicyPath = text),
            ["PreferencesPath"] = entry => _values.ReadText(entry, text => options.PreferencesPath = text),
            ["PrivacyChoicesPath"] = entry => _values.ReadText(entry, text => options.PrivacyChoicesPath = text),
            ["PolicyVersions"] = entry => _objects.ReadMap(entry, ReadPolicyVersion),
            ["Lifetime"] = entry => _values.ReadDuration(entry, duration => options.Lifetime = duration),
            ["Banner"] = ReadBanner,
            ["InlineStyle"] = entry => _values.ReadBool(entry, value => options.InlineStyle = value),
            ["Rules"] = ReadRules,
            ["CookieDomain"] = entry => _values.ReadText(entry, text => options.CookieDomain = text),
            ["CookieName"] = entry => _values.ReadText(entry, text => options.CookieName = text),
            ["FrameworkCookies"] = entry => _values.ReadFlags<FrameworkCookies>(entry, cookies => BuiltInDeclarations.AddFrameworkCookies(Draft, cookies)),
            ["Categories"] = entry => _objects.ReadMap(entry, ReadCategory),
            ["Vendors"] = entry => _objects.ReadMap(entry, new VendorReader(Draft, _objects, _values, signals, new(Draft, _objects, _values)).Read),
            ["Signals"] = entry => _objects.ReadMap(entry, (_, signal) => signals.Read(signal, options.Signals)),
        };
        options.AddSettings(_values, settings);
        _objects.ReadObject(root, settings, elsewhere: ServerSettings.Names);
    }

    private void ReadController(IConfigurationSection section)
    {
        string? name = null, contact = null;
        _objects.ReadObject(section, new()
        {
            ["Name"] = entry => _values.ReadText(entry, text => name = text),
            ["Contact"] = entry => _values.ReadText(entry, text => contact = text),
        });
        options.Controller = new() { Name = name ?? "", Contact = contact };
    }

    private void ReadBanner(IConfigurationSection section) => _objects.ReadObject(section, new()
    {
        ["Layout"] = entry => _values.ReadName<BannerLayout>(entry, value => options.Banner.Layout = value),
        ["Position"] = entry => _values.ReadName<BannerPosition>(entry, value => options.Banner.Position = value),
    });

    private void ReadRules(IConfigurationSection section) => _objects.ReadObject(section, new()
    {
        ["StrictestEverywhere"] = entry => _values.ReadBool(entry, value => options.Rules.StrictestEverywhere = value),
        ["OptInUnder18"] = entry => _values.ReadBool(entry, value => options.Rules.OptInUnder18 = value),
        ["HonorDoNotTrack"] = entry => _values.ReadBool(entry, value => options.Rules.HonorDoNotTrack = value),
        ["ExternalPrecedence"] = entry => _values.ReadName<ConsentPrecedence>(entry, value => options.Rules.ExternalPrecedence = value),
        ["Models"] = entry => _objects.ReadMap(entry, (region, models) => _objects.ReadMap(models, (category, model) => _values.ReadName<ConsentModel>(model, value => options.Rules.SetModel(region, category.ToLowerInvariant(), value)))),
        ["Lifetimes"] = entry => _objects.ReadMap(entry, (region, lifetime) => _values.ReadDuration(lifetime, value => options.Rules.SetLifetime(region, value))),
    });

    private void ReadPolicyVersion(string id, IConfigurationSection section)
    {
        // Another section, or the same one added again, may speak of it too.
        var before = options.PolicyVersions.FirstOrDefault(known => known?.Id == id);
        var version = before ?? new() { Id = id, Effective = default, Summary = "" };
        _objects.ReadObject(section, new()
        {
            ["Effective"] = entry => _values.ReadDate(entry, value => version = version with { Effective = value }),
            ["Summary"] = entry => _values.ReadText(entry, text => version = version with { Summary = text }),
            ["Material"] = entry => _values.ReadBool(entry, value => version = version with { Material = value }),
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
        _objects.ReadObject(section, new()
        {
            ["Name"] = entry => _values.ReadText(entry, text => category.Name = text),
            ["Purpose"] = entry => _values.ReadText(entry, text => category.Purpose = text),
            ["Order"] = entry => _values.ReadInteger(entry, value => category.Order = value),
        });
    }
}
