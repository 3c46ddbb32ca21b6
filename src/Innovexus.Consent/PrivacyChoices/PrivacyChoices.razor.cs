using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// The privacy choices: opting out of sale, sharing and targeted advertising, limiting the use of sensitive data, and, in two steps,
/// opting in again. Place it on the page that <see cref="ConsentOptions.PrivacyChoicesPath"/> names. Works without JavaScript and without
/// a banner (Cal. Civ. Code § 1798.120, 1798.121, 1798.135; 11 CCR § 7026–7028).
/// </summary>
public sealed partial class PrivacyChoices : ConsentComponentBase
{
    private const string Step = "step";

    // In an interactive application the state changes while this component is shown.
    [CascadingParameter]
    private ConsentState? Changed { get; set; }

    // The page that holds this component, without the query that names the step.
    private string Here => new Uri(Navigation.Uri).AbsolutePath;

    private string? Asked => new Uri(Navigation.Uri).Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .FirstOrDefault(pair => pair is [Step, _])?[1];

    private ConsentVendor[] Sold => Declared(vendor => vendor.IsSold);

    private ConsentVendor[] Sensitive => Declared(vendor => vendor.SensitiveData);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Page.KeepPrivate();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // In an application without a server no page follows the post, so the step is taken out of the address here.
        if (Page.Standalone && Asked is { } step && IsOn(step == DecisionAction.AllowSensitive ? Sensitive : Sold))
        {
            Navigation.NavigateTo(Here, replace: true);
        }
    }

    private ConsentVendor[] Declared(Func<ConsentVendor, bool> which) =>
        [.. Page.Registry.Vendors.Where(vendor => Page.State[vendor.Id].Reason != ConsentReason.Exempt && which(vendor))];

    private static string Names(IEnumerable<ConsentVendor> vendors) => ConsentTexts.List([.. vendors.Select(vendor => vendor.Name)]);

    private bool IsOn(IEnumerable<ConsentVendor> vendors) => vendors.Any(vendor => Page.State.IsGranted(vendor.Id));

    private bool Is(IEnumerable<ConsentVendor> vendors, ConsentReason reason) => vendors.Any(vendor => Page.State[vendor.Id].Reason == reason);

    // Nobody can allow what age or a restriction locks. And without a server, nothing could keep scripts from setting the signal aside.
    private bool MayAllow(IEnumerable<ConsentVendor> vendors) =>
        !Is(vendors, ConsentReason.Age) && !Is(vendors, ConsentReason.Restricted) && !(Page.Standalone && Is(vendors, ConsentReason.Signal));

    private bool IsOptedOut(IEnumerable<ConsentVendor> vendors) =>
        !IsOn(vendors) && (Is(vendors, ConsentReason.Refused) || Is(vendors, ConsentReason.Signal));

    private string? LockedBecause(IEnumerable<ConsentVendor> vendors) => vendors
        .Select(vendor => Page.State[vendor.Id].Reason)
        .Where(reason => reason is ConsentReason.Age or ConsentReason.Restricted)
        .Select(Texts.LockedBecause)
        .FirstOrDefault();
}
