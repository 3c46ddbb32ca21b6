using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>A configuration section that declares things; registered once for each <c>AddConfiguration</c>.</summary>
internal sealed record ConsentSection(IConfigurationSection Section);
