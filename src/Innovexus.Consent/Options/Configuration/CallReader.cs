using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>Reads how events or page views are said to a vendor.</summary>
internal sealed class CallReader(RegistryDraft draft, ObjectReader objects, ValueReader values)
{
    public void Read(IConfigurationSection section, Action<VendorCall> set)
    {
        SignalForm? form = null;
        string? target = null;
        var arguments = "[]";
        var problemsBefore = draft.Problems.Count;
        objects.ReadObject(section, new()
        {
            ["Form"] = entry => values.ReadName<SignalForm>(entry, value => form = value),
            ["Target"] = entry => values.ReadText(entry, text => target = text),
            ["Arguments"] = entry => values.ReadText(entry, text => arguments = text),
        });

        // A bad value was reported already.
        if (draft.Problems.Count > problemsBefore)
        {
            return;
        }

        if (form is null || target is null)
        {
            draft.Problems.Add(new(section.Path, "This needs Form and Target, such as \"Form\": \"Call\", \"Target\": \"plausible\"."));
        }
        else
        {
            set(new() { Form = form.Value, Target = target, Arguments = arguments });
        }
    }
}
