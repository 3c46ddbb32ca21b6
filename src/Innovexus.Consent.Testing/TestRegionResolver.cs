using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.Testing;

/// <summary>Takes the region from the header that <see cref="ConsentHttpClientExtensions.WithRegion"/> sends, before anybody else is asked.</summary>
internal sealed class TestRegionResolver : IRegionResolver
{
    public const string Header = "Innovexus-Test-Region";

    public IReadOnlyList<string> Headers { get; } = [Header];

    public int Order => int.MinValue;

    public bool CompletesSynchronously => true;

    public ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken) =>
        new(context.Request.Headers[Header] is [{ Length: > 0 } region] ? region : null);
}
