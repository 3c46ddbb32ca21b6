using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Makes a server's options wherever options are asked for, so that whoever configures either of the two configures one object.</summary>
internal sealed class ConsentServerOptionsFactory(
    IEnumerable<IConfigureOptions<ConsentOptions>> setups,
    IEnumerable<IPostConfigureOptions<ConsentOptions>> postConfigures,
    IEnumerable<IValidateOptions<ConsentOptions>> validations) : OptionsFactory<ConsentOptions>(setups, postConfigures, validations)
{
    protected override ConsentOptions CreateInstance(string name) => new ConsentServerOptions();
}
