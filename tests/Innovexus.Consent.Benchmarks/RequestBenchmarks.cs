using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.Benchmarks;

/// <summary>A request that asks for consent, by this library and by ASP.NET Core's cookie policy, which knows one yes or no.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    /// <summary>What a request that asks may allocate more than the baseline: nothing.</summary>
    public const long MostBytes = 0;

    private (RequestDelegate Run, IServiceProvider Services) _ours;
    private (RequestDelegate Run, IServiceProvider Services) _theirs;
    private string _cookies = null!;

    /// <summary>One visitor who has decided, with a few other cookies.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _ours = Site.Ours();
        _theirs = Site.CookiePolicy();
        var decision = ChoiceResolver.Decide(Site.Registry(_ours.Services), new(), ConsentFacts.Unknown, null, ConsentChoice.AcceptAll, DateTimeOffset.UtcNow);
        _cookies = $".AspNet.Consent=yes; session=0123456789abcdef; ic_consent={ConsentCookie.Format(decision)}";
        if (Ours() != StatusCodes.Status200OK || CookiePolicy() != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException("Both have to say yes.");
        }
    }

    /// <summary>ASP.NET Core's cookie policy.</summary>
    [Benchmark(Baseline = true)]
    public int CookiePolicy() => Ask(_theirs);

    /// <summary>This library, whose state is cached.</summary>
    [Benchmark]
    public int Ours() => Ask(_ours);

    private int Ask((RequestDelegate Run, IServiceProvider Services) site)
    {
        var context = new DefaultHttpContext { RequestServices = site.Services };
        context.Request.Headers.Cookie = _cookies;
        site.Run(context).GetAwaiter().GetResult();
        return context.Response.StatusCode;
    }
}
