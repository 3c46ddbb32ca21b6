using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

// A reverse proxy that ends TLS in front of an application, and tells it so or not. Another application may be below a path, and cookies
// may be changed on their way.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = SelfSigned()));
builder.Services.AddReverseProxy();

var app = builder.Build();
var forwards = app.Configuration["Forwards"] != "off";
app.MapForwarder("/{**rest}", app.Configuration["Target"]!, Transform);
if (app.Configuration["Desk"] is { } desk)
{
    app.MapForwarder("/desk/{**rest}", desk, Transform);
}

await app.RunAsync();

void Transform(TransformBuilderContext transforms)
{
    transforms.UseDefaultForwarders = forwards;
    transforms.AddOriginalHost();
    transforms.AddResponseTransform(context =>
    {
        var headers = context.HttpContext.Response.Headers;
        headers.SetCookie = headers.SetCookie.Select(Changed).ToArray();
        return ValueTask.CompletedTask;
    });
}

// As proxy_cookie_path and proxy_cookie_flags of nginx do.
string? Changed(string? cookie)
{
    var moved = app.Configuration["CookiePath"] is { } path ? cookie?.Replace("path=/;", $"path={path};", StringComparison.Ordinal) : cookie;
    return app.Configuration["HttpOnly"] == "on" ? $"{moved}; httponly" : moved;
}

static X509Certificate2 SelfSigned()
{
    using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
    var names = new SubjectAlternativeNameBuilder();
    names.AddDnsName("localhost");
    names.AddIpAddress(IPAddress.Loopback);
    request.CertificateExtensions.Add(names.Build());
    using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
