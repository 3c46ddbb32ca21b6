using System.Text;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>One request of anybody: now and then a proper one, mostly with something wrong in it.</summary>
internal sealed class GeneratedRequest
{
    private static readonly string[] Methods = ["GET", "POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH", "TRACE", "X"];

    private static readonly string[] Paths =
    [
        "/_ic/decision", "/_ic/decision", "/_ic/decision", "/_ic/decision", "/_ic/decision", "/_ic/decision", "/_ic/reports", "/_ic/reports", "/_ic/state", "/state", "/state", "/guarded", "/cookies", "/_ic/preferences", "/_ic/privacy-choices",
        "/_ic/leaks", "/.well-known/gpc.json", "/page", "/_ic", "/_ic/decision/", "/nowhere", "/_IC/Decision", "/_ic/%64ecision",
    ];

    private static readonly string?[] Sites = [null, null, "same-origin", "same-origin", "same-site", "cross-site", "none", "", "same-origin, same-origin", "SAME-ORIGIN"];

    private static readonly string?[] Origins = [null, "http://localhost", "http://localhost", "https://evil.example", "null", "http://localhost.evil.example", "http://localhost:81", "http://evil@localhost", "x", ""];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data", "text/plain", "application/json",
        "application/csp-report", "application/reports+json", "application/x-www-form-urlencoded; charset=utf-7", "", "a", "multipart/form-data; boundary=" + new string('b', 300),
    ];

    private static readonly string[] Returns = ["/", "/page?a=1", "//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y", "/\t/evil.example", "javascript:alert(1)", "/a b", "/ü", ""];

    private static readonly string[] Actions = ["accept-all", "accept-all", "accept-all", "reject-all", "reject-all", "reject-all", "save", "change", "opt-out", "limit", "opt-in", "allow-sensitive", "signal", "no-signal", "acknowledge", "", "ACCEPT-ALL", "x"];

    private static readonly string[] Ids = ["analytics", "marketing", "stats", "ads", "necessary", "consent", "nobody", "", "ANALYTICS", "<b>", "\u0000", "ü"];

    private readonly Random _random;

    public GeneratedRequest(Random random, Func<string> decision)
    {
        _random = random;
        Path = Pick(Paths);
        // Mostly the one that belongs to the address: others end at once.
        Method = _random.Next(8) == 0 ? Pick(Methods)
            : Path.EndsWith("ecision", StringComparison.Ordinal) || Path == "/_ic/reports" ? "POST"
            : "GET";
        Site = Pick(Sites);
        Origin = Pick(Origins);
        Signal = _random.Next(4) == 0 ? Pick(["1", "0", "1, 1", " 1"]) : null;
        Accept = Pick(["*/*", "text/html", "application/json", "text/html; blazor-enhanced-nav=on", "", "x", new string('a', 2_000)]);
        Type = _random.Next(2) == 0 ? Pick(Types) : Path == "/_ic/reports" ? "application/csp-report" : "application/x-www-form-urlencoded";
        Cookies = string.Join("; ", Enumerable.Range(0, _random.Next(4)).Select(_ => Cookie(decision)));
        var text = Text();
        Body = Encoding.UTF8.GetBytes(text);
        Choice = Type == "application/x-www-form-urlencoded" ? Chosen(text.Split('&')) : null;
    }

    public string Method { get; }

    public string Path { get; }

    public string? Site { get; }

    public string? Origin { get; }

    public string? Signal { get; }

    public string Accept { get; }

    public string Type { get; }

    public string Cookies { get; }

    public byte[] Body { get; }

    /// <summary>The choice, where the body is a form that asks for one of the two plain ones and for nothing else that counts.</summary>
    public ConsentChoice? Choice { get; }

    /// <summary>Whether it comes from the site itself, by the rule as the documentation tells it.</summary>
    public bool IsOwn => Site is null ? Origin == "http://localhost" : Site == "same-origin";

    public void Write(HttpContext context)
    {
        var request = context.Request;
        (request.Method, request.Scheme, request.Host) = (Method, "http", new HostString("localhost"));
        request.Path = Path;
        request.QueryString = new(Pick(["", "?fragment", $"?return={Uri.EscapeDataString(Pick(Returns))}", "?a=%ff&b"]));
        Set("Sec-Fetch-Site", Site);
        Set("Origin", Origin);
        Set("Sec-GPC", Signal);
        Set("Accept", Accept);
        Set("Cookie", Cookies.Length == 0 ? null : Cookies);
        Set("Referer", _random.Next(3) == 0 ? Pick(["http://localhost/page", "https://evil.example/", "x"]) : null);
        Set("Sec-Fetch-Dest", Pick([null, "document", "iframe", "empty", "x"]));
        Set("Sec-Fetch-Mode", Pick([null, "navigate", "cors", "x"]));
        if (Method is not ("GET" or "HEAD"))
        {
            request.ContentType = Type;
            request.ContentLength = _random.Next(5) == 0 ? null : Body.Length;
            request.Body = new MemoryStream(Body);
        }

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers[name] = value;
            }
        }
    }

    public override string ToString() =>
        $"{Method} {Path} Site={Site ?? "-"} Origin={Origin ?? "-"} Signal={Signal ?? "-"} Accept={Accept} Type={Type} Cookies={Cookies} Body={Encoding.UTF8.GetString(Body)}";

    private string Cookie(Func<string> decision) => _random.Next(8) switch
    {
        0 => Noise(30),
        1 => $"ic_consent={Noise(20)}",
        2 => $"ic_consent={decision()[..^_random.Next(1, 9)]}",
        3 => $"ic_consent={new string('x', 3_000)}",
        4 => $"ic_signal={Noise(40)}",
        5 => "_st=1",
        _ => $"ic_consent={decision()}",
    };

    private string Text() => _random.Next(10) switch
    {
        0 => Noise(200),
        1 => new string('a', 20_000),
        2 => "{\"csp-report\":{\"document-uri\":\"http://localhost/" + _random.Next(1_000_000) + "\",\"blocked-uri\":\"https://x" + _random.Next(1_000_000) + ".example/\",\"effective-directive\":\"img-src\"}}",
        3 => $"--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\n{Pick(Actions)}\r\n--b{Pick(["--", "", "\r\n"])}",
        4 => "{\"a\":" + new string('[', _random.Next(200)),
        _ => string.Join('&', Fields()),
    };

    private static ConsentChoice? Chosen(string[] fields) =>
        fields.Count(field => field.StartsWith("action=", StringComparison.Ordinal)) != 1 || Array.Exists(fields, field => field.StartsWith("gpc=", StringComparison.Ordinal)) ? null
        : fields[0] == "action=accept-all" ? ConsentChoice.AcceptAll
        : fields[0] == "action=reject-all" ? ConsentChoice.RejectAll
        : null;

    private IEnumerable<string> Fields()
    {
        yield return $"action={Pick(Actions)}";
        for (var i = _random.Next(5); i > 0; i--)
        {
            var name = Pick(["grant", "refuse", "category", "vendor", "was", "confirm", "version", "gpc", "return", "action", "x"]);
            var value = name == "return" ? Pick(Returns) : name == "confirm" ? "yes" : Pick(Ids);
            yield return $"{name}={(_random.Next(6) == 0 ? value : Uri.EscapeDataString(value))}";
        }
    }

    // What may stand in a header, from anywhere in it.
    private string Noise(int most) => new([.. Enumerable.Range(0, _random.Next(most)).Select(_ => (char)_random.Next(' ', '\u007f'))]);

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
