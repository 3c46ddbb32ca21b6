using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
// A test sees what happens without the line.
if (!builder.HostEnvironment.IsEnvironment("Forgotten"))
{
    builder.Services.AddConsentClient();
}

await builder.Build().RunAsync();
