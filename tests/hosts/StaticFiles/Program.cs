using Innovexus.Consent.Hosts.Web;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

// Serves a published folder as any web server does, and the vendors' files beside it; paths without a file are the application's.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var files = new StaticFileOptions
{
    FileProvider = new PhysicalFileProvider(app.Configuration["Folder"]!),
    ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".dat"] = "application/octet-stream" } },
};
app.UseStaticFiles(files);
app.MapVendorScripts();
app.MapFallbackToFile("index.html", files);
await app.RunAsync();
