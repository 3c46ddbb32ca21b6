using Innovexus.Consent;
using Innovexus.Consent.Hosts.Mvc;
using Innovexus.Consent.Hosts.Mvc.Views;
using Innovexus.Consent.Hosts.Web;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddOutputCache();
var cacheable = builder.Configuration["Cacheable"] == "on";
builder.Services.AddConsent(options =>
{
    options.CacheablePages = cacheable;
    options.Controller = new() { Name = "Test host" };
    options.PrivacyPolicyPath = "/privacy";
}).AddTestVendors(builder.Configuration).AddVendor("tracker", "marketing", vendor => Vendors.Describe(vendor, "Tracker"));

var app = builder.Build();
if (cacheable)
{
    app.UseCaching();
}

app.UseHeaders(app.Configuration["Policy"], referrerPolicy: null);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapConsent();
app.MapVendorScripts();
var pages = app.MapRazorPages();
if (cacheable)
{
    pages.CacheOutput();
}

app.MapControllerRoute("default", "{controller}/{view}", new { action = "Show" });
app.MapRazorComponents<Islands>().AddInteractiveServerRenderMode();
await app.RunAsync();
