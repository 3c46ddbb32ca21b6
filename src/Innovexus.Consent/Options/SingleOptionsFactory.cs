using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// Hands the same object to everybody who asks for options, by <c>IOptions</c>, a snapshot or a monitor: settings are read once, so a
/// newer object would tell what does not apply.
/// </summary>
/// <param name="make">Makes it, when it is first asked for.</param>
internal sealed class SingleOptionsFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(Func<T> make) : IOptionsFactory<T>
    where T : ConsentOptions
{
    private readonly Lazy<T> _options = new(make);

    /// <exception cref="InvalidOperationException">Options of a name are asked for.</exception>
    public T Create(string name) => name == Options.DefaultName
        ? _options.Value
        : throw new InvalidOperationException($"There are no {typeof(T).Name} of the name '{name}': a site has one set of them, without a name. Ask for it without a name.");
}
