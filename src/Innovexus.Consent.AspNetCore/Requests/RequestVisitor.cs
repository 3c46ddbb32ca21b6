using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Innovexus.Consent;

/// <summary>
/// What the host says about one visitor, and who that is. Somebody who asked before the visitor was signed in, or before a proxy's headers
/// were read, was told of another one.
/// </summary>
internal sealed class RequestVisitor
{
    private readonly ClaimsPrincipal? _user;
    private readonly IPAddress? _address;
    private RequestRegion? _region;

    private RequestVisitor(HttpContext context) => (_user, _address) = Look(context);

    /// <summary>What a source of decisions from elsewhere has told.</summary>
    public ExternalConsent? External { get; private set; }

    /// <summary>Whether it was asked.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>The same visitor as before, or the one who is there now.</summary>
    public static RequestVisitor Of(HttpContext context, RequestVisitor? before) => before is not null && before.Is(context) ? before : new(context);

    /// <summary>Where the visitor is; asked for once.</summary>
    public RequestRegion Region(HttpContext context, ConsentHost host) => _region ??= RequestRegion.Of(context, host.Resolvers, host.Failures);

    public void Load(ExternalConsent? external) => (External, IsLoaded) = (external, true);

    private bool Is(HttpContext context) => Look(context) is var (user, address) && user == _user && Equals(address, _address);

    private static (ClaimsPrincipal?, IPAddress?) Look(HttpContext context) =>
        (context.Features.Get<IHttpAuthenticationFeature>()?.User, context.Connection.RemoteIpAddress);
}
