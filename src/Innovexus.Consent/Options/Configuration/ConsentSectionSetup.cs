using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Reads the sections into the options; registered before everything else, so that code wins.</summary>
internal sealed class ConsentSectionSetup(IEnumerable<ConsentSection> sections, IConfiguration? configuration = null) : IConfigureOptions<ConsentOptions>
{
    public void Configure(ConsentOptions options)
    {
        var layers = new ConfigurationLayers(configuration as IConfigurationRoot);
        foreach (var section in sections)
        {
            new ConsentSectionReader(options, section.Section, layers).Read();
        }
    }
}
