using System.ComponentModel;

namespace Innovexus.Consent;

/// <summary>The built-in page of privacy choices. Public only because Razor finds no other components; it is not meant to be placed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class PrivacyChoicesDocument : ConsentComponentBase;
