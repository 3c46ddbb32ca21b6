using Innovexus.Consent;
using Innovexus.Consent.Hosts.Mvc.Views;
using Innovexus.Consent.Hosts.Web;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddConsent(options =>
{
    options.Controller = new("Test host");
    options.PrivacyPolicyPath = "/privacy";
}).AddTestVendors();

var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapConsent();
app.MapVendorScripts();
app.MapRazorPages();
app.MapControllerRoute("default", "{controller}/{view}", new { action = "Show" });
app.MapRazorComponents<Islands>().AddInteractiveServerRenderMode();
await app.RunAsync();
