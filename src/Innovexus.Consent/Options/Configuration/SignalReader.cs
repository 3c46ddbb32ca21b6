using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>Reads one signal of a vendor or of the site.</summary>
internal sealed class SignalReader(RegistryDraft draft, ObjectReader objects, ValueReader values)
{
    public void Read(IConfigurationSection section, IList<VendorSignal> signals)
    {
        SignalMoment? when = null;
        SignalForm? form = null;
        string? target = null;
        var arguments = "[]";
        var problemsBefore = draft.Problems.Count;
        objects.ReadObject(section, new()
        {
            ["When"] = entry => values.ReadName<SignalMoment>(entry, value => when = value),
            ["Form"] = entry => values.ReadName<SignalForm>(entry, value => form = value),
            ["Target"] = entry => values.ReadText(entry, text => target = text),
            ["Arguments"] = entry => values.ReadText(entry, text => arguments = text),
        });

        // A bad value was reported already.
        if (draft.Problems.Count > problemsBefore)
        {
            return;
        }

        if (when is null || form is null || target is null)
        {
            draft.Problems.Add(new(section.Path, "A signal needs When, Form and Target, such as \"When\": \"Revoke\", \"Form\": \"Call\", \"Target\": \"plausible.optOut\"."));
        }
        else if (new VendorSignal { When = when.Value, Form = form.Value, Target = target, Arguments = arguments } is var signal && !signals.Contains(signal))
        {
            signals.Add(signal);
        }
    }
}
