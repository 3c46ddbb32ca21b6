namespace Innovexus.Site.ThirdParties;

/// <summary>
/// Stand-ins for the companies whose scripts a site like this one uses. They do what such scripts do, set cookies and send beacons,
/// and write down every request, so that anyone can see what reached them.
/// </summary>
internal sealed class ThirdPartyHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ThirdPartyHost(WebApplication app, RequestLog log)
    {
        _app = app;
        Log = log;
        Port = new Uri(app.Urls.First()).Port;
    }

    public RequestLog Log { get; }

    public string Analytics => Origin("analytics");

    public string Ads => Origin("ads");

    public string Support => Origin("support");

    public string Video => Origin("video");

    private int Port { get; }

    public static async Task<ThirdPartyHost> StartAsync(IConfiguration configuration)
    {
        var log = new RequestLog(configuration.GetValue("ThirdParties:LogLength", 200));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(configuration["ThirdParties:Urls"] ?? "http://localhost:5081");
        var app = builder.Build();

        app.Use((context, next) =>
        {
            log.Add(context.Request);
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        app.MapGet("/script.js", (HttpRequest request) => Script(request.Host.Host));
        app.MapGet("/pixel.gif", () => Results.Bytes(Pixel, "image/gif"));
        app.MapGet("/player", () => Results.Stream(Resource("player.html")!, "text/html"));
        app.MapPost("/collect", () => Results.NoContent());

        await app.StartAsync();
        return new(app, log);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Origin(string company) => $"http://{company}.localhost:{Port}";

    private static IResult Script(string host)
    {
        var stream = Resource($"{host.Split('.')[0]}.js");
        return stream is null ? Results.NotFound() : Results.Stream(stream, "text/javascript");
    }

    private static Stream? Resource(string name) => typeof(ThirdPartyHost).Assembly.GetManifestResourceStream(name);

    // The smallest transparent GIF.
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
}
