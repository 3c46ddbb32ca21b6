using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>Reads one vendor of a section, with its origins and what it stores.</summary>
internal sealed class VendorReader(RegistryDraft draft, ObjectReader objects, ValueReader values, SignalReader signals, CallReader calls)
{
    public void Read(string id, IConfigurationSection section)
    {
        var vendor = draft.Vendor(id);
        draft.Paths[$"Vendors:{id}"] = section.Path;
        objects.ReadObject(section, new()
        {
            ["Category"] = entry => values.ReadText(entry, text => vendor.Category = text),
            ["Name"] = entry => values.ReadText(entry, text => vendor.Name = text),
            ["Purpose"] = entry => values.ReadText(entry, text => vendor.Purpose = text),
            ["PolicyUrl"] = entry => values.ReadText(entry, text => vendor.PolicyUrl = text),
            ["Role"] = entry => values.ReadName<VendorRole>(entry, role => vendor.Role = role),
            ["SaleOrShare"] = entry => values.ReadBool(entry, value => vendor.SaleOrShare = value),
            ["SensitiveData"] = entry => values.ReadBool(entry, value => vendor.SensitiveData = value),
            ["Countries"] = entry =>
            {
                vendor.Countries.Clear();
                values.ReadList(entry, vendor.Countries.Add);
            },
            ["Transfer"] = entry => values.ReadText(entry, text => vendor.Transfer = text),
            ["Revision"] = entry => values.ReadInteger(entry, value => vendor.Revision = value),
            ["Signals"] = entry => objects.ReadMap(entry, (_, signal) => signals.Read(signal, vendor.Signals)),
            ["Events"] = entry => calls.Read(entry, call => vendor.Events = call),
            ["PageView"] = entry => calls.Read(entry, call => vendor.PageView = call),
            ["PageViews"] = entry => values.ReadName<VendorPageViews>(entry, value => vendor.PageViews = value),
            ["Origins"] = entry => objects.ReadMap(entry, (use, origins) => ReadOrigins(vendor, use, origins)),
            ["Cookies"] = entry => objects.ReadMap(entry, (name, cookie) => ReadCookie(vendor, name, cookie), nameMayBeGiven: true),
        });
    }

    private void ReadOrigins(VendorOptions vendor, string use, IConfigurationSection section) =>
        values.ReadFlags<VendorUses>(use, section.Path, flags => values.ReadList(section, origin => vendor.AddOrigin(origin, flags)));

    private void ReadCookie(VendorOptions vendor, string key, IConfigurationSection section)
    {
        string name = key, purpose = "";
        var kind = StorageKind.Cookie;
        TimeSpan? duration = null;
        string? domain = null;
        var path = "/";
        bool httpOnly = false, optOut = false, thirdParty = false;
        var problemsBefore = draft.Problems.Count;
        objects.ReadObject(section, new()
        {
            ["Name"] = entry => values.ReadText(entry, text => name = text),
            ["Kind"] = entry => values.ReadName<StorageKind>(entry, value => kind = value),
            ["Duration"] = entry => values.ReadDuration(entry, value => duration = value),
            ["Purpose"] = entry => values.ReadText(entry, text => purpose = text),
            ["Domain"] = entry => values.ReadText(entry, text => domain = text),
            ["Path"] = entry => values.ReadText(entry, text => path = text),
            ["HttpOnly"] = entry => values.ReadBool(entry, value => httpOnly = value),
            ["OptOut"] = entry => values.ReadBool(entry, value => optOut = value),
            ["ThirdParty"] = entry => values.ReadBool(entry, value => thirdParty = value),
        });

        if (name.Length == 0)
        {
            draft.Problems.Add(new(section.Path, "This stored item has an empty name. In environment variables '__' separates levels, so a name such as '__Host-x' cannot be a key there: choose any other key and add \"Name\": \"__Host-x\"."));
            return;
        }

        // A bad value was reported already; declaring the rest of the entry would report its missing parts a second time.
        if (draft.Problems.Count == problemsBefore)
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
                ThirdParty = thirdParty,
            });
        }
    }
}
