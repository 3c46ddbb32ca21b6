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
    // Who is being answered about, for whatever makes the answer: it may run on long after the call to it has returned.
    private static readonly AsyncLocal<RequestVisitor?> Answering = new();

    private readonly ClaimsPrincipal? _user;
    private readonly IPAddress? _address;
    private Question _next;
    private ushort _resolversAsked;

    // Waits for the one answer that did not come at once, within the site's limit, which is counted from a time.
    private Func<long, Task>? _late;

    // What is asked and has not answered yet, by the name that it is logged with.
    private string? _asked;
    private Task? _loading;

    // In the order in which they are asked.
    private enum Question : byte
    {
        Region,
        Age,
        Restriction,
        None,
    }

    private RequestVisitor(HttpContext context) => (_user, _address) = Look(context);

    /// <summary>Where the visitor is, as a code in its one form; nothing as long as it is not known.</summary>
    public string? Region { get; private set; }

    /// <summary>The visitor's age; unknown until it was answered.</summary>
    public AgeSignal Age { get; private set; }

    /// <summary>Whether the visitor has restricted everything, or may have, since age or restriction could not be asked for.</summary>
    public bool Restricted { get; private set; }

    /// <summary>What a source of decisions from elsewhere has told.</summary>
    public ExternalConsent? External { get; private set; }

    /// <summary>Whether something that was asked is not answered yet.</summary>
    public bool IsLate => _asked is not null || _loading is { IsCompleted: false };

    /// <summary>Whether everything was asked and waited for, a source of decisions from elsewhere included.</summary>
    public bool IsLoaded => _loading is { IsCompleted: true };

    /// <summary>The same visitor as before, or the one who is there now.</summary>
    public static RequestVisitor Of(HttpContext context, RequestVisitor? before) => before is not null && before.Is(context) ? before : new(context);

    /// <summary>
    /// Asks for region, age and restriction, each once and one after the other, since what answers may share the request's services. It
    /// goes on as long as they answer at once.
    /// </summary>
    /// <remarks>An answer that comes later counts once <see cref="LoadAsync"/> has waited for it.</remarks>
    /// <returns>Whether there was something left to ask.</returns>
    public bool Ask(HttpContext context, ConsentHost host)
    {
        if (_loading is not null || _asked is not null || _next == Question.None)
        {
            return false;
        }

        if (!host.MayAnswerLater)
        {
            AskOn(context, host);
            return true;
        }

        var outer = Answering.Value;
        Answering.Value = this;
        try
        {
            AskOn(context, host);
            return true;
        }
        finally
        {
            Answering.Value = outer;
        }
    }

    /// <summary>
    /// What asks now, where it was itself asked about the visitor and has not answered yet: to wait for the visitor would be to wait for itself.
    /// </summary>
    public string? AskedFrom(ConsentHost host) => _asked is not null && (!host.MayAnswerLater || Answering.Value == this) ? _asked : null;

    /// <summary>The resolvers that were asked, on which the region depends.</summary>
    public ReadOnlySpan<IRegionResolver> ResolversAsked(ConsentHost host) => host.Resolvers.AsSpan(0, _resolversAsked);

    /// <summary>The same, and waits for what does not answer at once; then asks the source of decisions from elsewhere, if there is one.</summary>
    public Task LoadAsync(HttpContext context, ConsentHost host) => _loading ??= AskAllAsync(context, host);

    private void AskOn(HttpContext context, ConsentHost host)
    {
        while (_late is null && _next != Question.None)
        {
            AskNext(context, host);
        }
    }

    private async Task AskAllAsync(HttpContext context, ConsentHost host)
    {
        var began = host.Clock.GetTimestamp();
        // Whoever called this method has its own value again when it returns.
        Answering.Value = this;
        for (AskOn(context, host); _late is not null; AskOn(context, host))
        {
            await _late(began);
            (_late, _asked) = (null, null);
        }

        if (host.HasExternalSource)
        {
            _asked = ExternalSource.Name;
            External = await host.External.ReadAsync(context);
            _asked = null;
        }
    }

    private void AskNext(HttpContext context, ConsentHost host)
    {
        switch (_next)
        {
            case Question.Region when Region is null && _resolversAsked < host.Resolvers.Length:
                // One that completes synchronously has no use for a token, which some servers make for who asks for it.
                Ask(
                    context, host, "region", host.Resolvers[_resolversAsked++],
                    static (resolver, context) => resolver.ResolveAsync(context, resolver.CompletesSynchronously ? default : context.RequestAborted),
                    static (visitor, region) => visitor.Region = RegionCode.Normalize(region));
                return;

            case Question.Age when host.Options.Age is { } age:
                Ask(context, host, "age", age, static (ask, context) => ask(context, context.RequestAborted), static (visitor, age) => visitor.Age = age);
                break;

            case Question.Restriction when host.Options.Restricted is { } restricted:
                Ask(
                    context, host, "restricted", restricted,
                    static (ask, context) => ask(context, context.RequestAborted),
                    static (visitor, restricted) => visitor.Restricted |= restricted);
                break;
        }

        _next++;
    }

    private void Ask<TSource, T>(
        HttpContext context, ConsentHost host, string name, TSource source, Func<TSource, HttpContext, ValueTask<T>> ask, Action<RequestVisitor, T> take)
        where TSource : class
    {
        _asked = name;
        try
        {
            var answer = ask(source, context);
            if (!answer.IsCompleted)
            {
                _late = Later(answer.AsTask().Observed(), host, name, source, take, context.RequestAborted);
                return;
            }

            take(this, answer.GetAwaiter().GetResult());
        }
        catch (Exception exception)
        {
            Fail(host, name, source, exception);
        }

        _asked = null;
    }

    // What waits captures variables, which an answer that comes at once is not to pay for.
    private Func<long, Task> Later<T>(
        Task<T> answer, ConsentHost host, string name, object source, Action<RequestVisitor, T> take, CancellationToken aborted) => async began =>
    {
        try
        {
            var left = host.Options.SourceTimeout - host.Clock.GetElapsedTime(began);
            take(this, await answer.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, host.Clock, aborted));
        }
        catch (Exception exception)
        {
            // Nobody is told of a visitor who has left.
            Fail(host, name, source, exception, late: !answer.IsCompleted, silently: aborted.IsCancellationRequested);
        }
    };

    // No failure of the host's may keep the visitor from the page. A resolver that fails does not know, so the next one is asked. Who cannot
    // be asked about may be a child, or have restricted everything.
    private void Fail(ConsentHost host, string name, object source, Exception exception, bool late = false, bool silently = false)
    {
        Restricted |= source is not IRegionResolver;
        if (!silently)
        {
            host.Failures.Report(name, source is IRegionResolver ? source.GetType().Name : "read", exception, late, of: source);
        }
    }

    private bool Is(HttpContext context) => Look(context) is var (user, address) && user == _user && Equals(address, _address);

    private static (ClaimsPrincipal?, IPAddress?) Look(HttpContext context) =>
        (context.Features.Get<IHttpAuthenticationFeature>()?.User is { } user && IsSomebody(user) ? user : null, context.Connection.RemoteIpAddress);

    // Whoever reads HttpContext.User where nobody is signed in makes a principal that says nothing: the visitor stays the same.
    private static bool IsSomebody(ClaimsPrincipal user) => user.HasClaim(static _ => true) || user.Identities.Any(identity => identity.IsAuthenticated);
}
