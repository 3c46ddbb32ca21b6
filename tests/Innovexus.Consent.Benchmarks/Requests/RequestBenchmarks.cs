using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Innovexus.Consent.Benchmarks;

/// <summary>
/// The same requests through nothing, through ASP.NET Core's cookie policy, which knows one yes or no, and through this library's part of
/// the pipeline.
/// </summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private const long Bytes = 128;

    // Routing keeps a list of candidates where a policy looks at an endpoint.
    private const long CandidateBytes = 128;

    private (RequestDelegate Run, IServiceProvider Services) _nothing;
    private (RequestDelegate Run, IServiceProvider Services) _policy;
    private (RequestDelegate Run, IServiceProvider Services) _ours;
    private string _cookies = null!;

    /// <summary>What the endpoint does.</summary>
    public enum Endpoint
    {
        /// <summary>Answers.</summary>
        Answers,

        /// <summary>Asks whether something is granted.</summary>
        Asks,

        /// <summary>Sets twenty cookies, all granted.</summary>
        SetsTwentyCookies,

        /// <summary>Answers who has consented, and is guarded by the library, or asks the cookie policy first.</summary>
        IsGuarded,
    }

    /// <summary>What a request may allocate more than through nothing.</summary>
    /// <param name="does">What its endpoint does.</param>
    public static long MostBytes(Endpoint does) => does == Endpoint.IsGuarded ? Bytes + CandidateBytes : Bytes;

    /// <summary>What the endpoint does, as a table says it.</summary>
    /// <param name="does">What it does.</param>
    public static string Describe(Endpoint does) => does switch
    {
        Endpoint.Answers => "answers",
        Endpoint.Asks => "asks for a consent",
        Endpoint.SetsTwentyCookies => "sets twenty cookies",
        _ => "reaches a guarded endpoint",
    };

    /// <summary>What the endpoint does.</summary>
    [ParamsAllValues]
    public Endpoint Does { get; set; }

    /// <summary>One visitor who has decided, with a few other cookies.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _nothing = Site.Nothing(Does);
        _policy = Site.CookiePolicy(Does);
        _ours = Site.Ours(Does);
        var decision = ChoiceResolver.Decide(new(Site.Registry(_ours.Services), new(), ConsentFacts.Unknown, null, DateTimeOffset.UtcNow), ConsentChoice.AcceptAll);
        _cookies = $".AspNet.Consent=yes; session=0123456789abcdef; ic_consent={ConsentCookie.Format(decision)}";
        var cookies = Does == Endpoint.SetsTwentyCookies ? 20 : 0;
        if (CookiePolicy() != cookies || Ours() != cookies || Nothing() != cookies)
        {
            throw new InvalidOperationException("All have to say yes.");
        }
    }

    /// <summary>The endpoint alone.</summary>
    [Benchmark]
    public int Nothing() => Ask(_nothing);

    /// <summary>ASP.NET Core's cookie policy.</summary>
    [Benchmark(Baseline = true)]
    public int CookiePolicy() => Ask(_policy);

    /// <summary>This library, whose state is cached.</summary>
    [Benchmark]
    public int Ours() => Ask(_ours);

    private int Ask((RequestDelegate Run, IServiceProvider Services) site)
    {
        var response = new StartedResponse();
        var context = new DefaultHttpContext { RequestServices = site.Services };
        context.Features.Set<IHttpResponseFeature>(response);
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = Site.Path;
        context.Request.Headers.Cookie = _cookies;
        site.Run(context).GetAwaiter().GetResult();
        response.Start();
        return context.Response.StatusCode == StatusCodes.Status200OK ? response.Headers.SetCookie.Count : -1;
    }
}
