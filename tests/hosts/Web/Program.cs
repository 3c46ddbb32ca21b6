using Innovexus.Consent;
using Innovexus.Consent.Hosts.Web;
using Innovexus.Consent.Hosts.Web.Components;
using Microsoft.Extensions.Time.Testing;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();

var clock = new FakeTimeProvider(DateTimeOffset.UtcNow) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddInteractiveWebAssemblyComponents();
Rendering.Configure(builder.Configuration);
builder.Services.AddHttpClient("one").RequireConsent("one");
builder.Services.AddHttpClient("two").RequireConsent("two");
var consent = builder.Services.AddConsent(options =>
    {
        options.Controller = new() { Name = "Test host" };
        options.PrivacyPolicyPath = "/privacy";
        options.CookieDomain = builder.Configuration["CookieDomain"];
        options.CookieName = builder.Configuration["CookieName"];
        options.CacheablePages = builder.Configuration["Cacheable"] == "on";
        options.PreferencesPath = builder.Configuration["PreferencesPath"];
        options.ContentSecurity = builder.Configuration.GetValue("ContentSecurity", ContentSecurityMode.Off);
        options.DebugScripts = builder.Configuration["DebugScripts"] == "on";
    })
    .AddTestVendors(builder.Configuration)
    .AddLeaky(builder.Configuration)
    .AddTestSignals(builder.Configuration)
    .AddTestCatalogue(builder.Configuration)
    .AddVendor("tracker", "marketing", vendor => Tracker.Declare(vendor));

// As many as registries get: each further category with one vendor, the first with the number that is asked for.
for (var i = 0; builder.Configuration["Vendors"] is { } vendors && i < 30; i++)
{
    var category = $"purpose-{i:00}";
    consent.AddCategory(category, options => options.Name = $"Purpose {category[^2..]}");
    for (var number = 0; number < (i == 0 ? int.Parse(vendors, System.Globalization.CultureInfo.InvariantCulture) : 1); number++)
    {
        var name = $"Vendor {number}";
        consent.AddVendor($"vendor-{i:00}-{number:00}", category, vendor => Vendors.Describe(vendor, name));
    }
}

var app = builder.Build();
app.UsePathBase(app.Configuration["PathBase"]);
app.UseHits();
app.UseRouting();
app.UseHeaders(app.Configuration["Policy"], app.Configuration["ReferrerPolicy"]);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapConsent();
app.MapVendorScripts();
app.MapTracker();
app.MapReports();
app.MapHits();
app.MapGet("/to-live-b", () => Results.Redirect("/live-b"));
app.MapPost("/test/clock", (double days) => clock.Advance(TimeSpan.FromDays(days)));
app.MapRazorComponents<App>().AddInteractiveServerRenderMode().AddInteractiveWebAssemblyRenderMode();
await app.RunAsync();
