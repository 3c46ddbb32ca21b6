using Innovexus.Consent;
using Innovexus.Site;
using Innovexus.Site.Components;
using Innovexus.Site.ThirdParties;

var builder = WebApplication.CreateBuilder(args);
// So that the files of the package are found from the build output too, whatever the environment.
builder.WebHost.UseStaticWebAssets();

// The third parties are an application of their own, so that nothing of the site's pipeline touches them.
await using var thirdParties = await ThirdPartyHost.StartAsync(builder.Configuration);
builder.Services.AddSingleton(thirdParties);

builder.Services.AddRazorComponents();
var consent = builder.Services.AddConsent(builder.Configuration.GetSection("Consent")).AddOrigins(thirdParties);
if (builder.Environment.IsDevelopment())
{
    // In two months from now, whenever that is.
    consent.Services.Configure<ConsentServerOptions>(options =>
        options.PolicyVersions.Add(new() { Id = "next", Effective = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(2), Summary = "Adreach will receive your postcode as well.", Material = true }));
}

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/error", createScopeForErrors: true);
}

// The texts of the library in the visitor's language: the one that was switched to (?culture=de), else the browser's. The site's own pages
// are in English.
app.UseRequestLocalization(options => options.SetDefaultCulture("en").AddSupportedUICultures(Languages.All));
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseSecurityHeaders(thirdParties);
app.UseAntiforgery();

app.MapStaticAssets();
app.MapConsent();
app.MapGet("/inspect/state", (HttpContext context) => context.GetConsent().Verdicts.Select(Describe));
app.MapGet("/inspect/requests", (ThirdPartyHost host) => host.Log.Read());
app.MapRazorComponents<App>();

await app.RunAsync();

static string[] Describe(ConsentVerdict verdict) =>
    [verdict.Id, (verdict.Granted ? "granted" : "denied") + (verdict.Locked ? ", locked" : ""), verdict.Reason.ToString()];
