using System.ComponentModel;

namespace Innovexus.Consent;

/// <summary>The built-in preferences page. Public only because Razor finds no other components; it is not meant to be placed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ConsentPreferencesDocument : ConsentComponentBase;
