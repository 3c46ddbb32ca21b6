using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Applies what a host validates of a server's options by their own type, beside what it validates of the core's.</summary>
internal sealed class ConsentServerOptionsValidation(IEnumerable<IValidateOptions<ConsentServerOptions>> validations) : IValidateOptions<ConsentOptions>
{
    public ValidateOptionsResult Validate(string? name, ConsentOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        foreach (var validation in validations)
        {
            result.AddResult(validation.Validate(name, (ConsentServerOptions)options));
        }

        return result.Build();
    }
}
