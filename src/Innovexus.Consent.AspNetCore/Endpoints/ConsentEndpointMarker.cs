using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Innovexus.Consent;

/// <summary>Remembers where the endpoints are mapped: components say so if they are not, and nothing is mapped twice. Used while the host is built.</summary>
internal sealed class ConsentEndpointMarker
{
    private readonly ConditionalWeakTable<IEndpointRouteBuilder, IEndpointConventionBuilder> _mapped = new();
    private int _count;

    public bool Mapped => _count > 0;

    /// <summary>What was mapped there before, or what is mapped there now.</summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="map">Maps; is told how many times it was mapped elsewhere.</param>
    public IEndpointConventionBuilder GetOrMap(IEndpointRouteBuilder endpoints, Func<int, IEndpointConventionBuilder> map) =>
        _mapped.TryGetValue(endpoints, out var before) ? before : _mapped.GetValue(endpoints, _ => map(_count++));
}
