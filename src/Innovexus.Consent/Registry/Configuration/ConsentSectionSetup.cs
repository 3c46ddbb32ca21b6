using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Reads the sections into the options; registered before everything else, so that code wins.</summary>
internal sealed class ConsentSectionSetup(IEnumerable<ConsentSection> sections) : IConfigureOptions<ConsentOptions>
{
    public void Configure(ConsentOptions options)
    {
        foreach (var section in sections)
        {
            new ConsentSectionReader(options).Read(section.Section);
        }
    }
}
