using Innovexus.Consent;
using Innovexus.Consent.Hosts.Standalone;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
builder.RootComponents.Add<ConsentHead>("head::after");
builder.Services.AddStandaloneConsent(builder.Configuration.GetSection("Consent"));
await builder.Build().RunAsync();
