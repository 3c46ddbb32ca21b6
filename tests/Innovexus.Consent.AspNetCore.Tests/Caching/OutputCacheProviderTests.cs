using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace Innovexus.Consent.AspNetCore.Tests
{
    public class OutputCacheProviderTests
    {
        [Fact]
        public async Task A_provider_of_the_sites_own_is_reported_with_the_fix() =>
            Assert.Contains("Derive the provider from that class", Assert.Single(await WarningsAsync(services => services.AddSingleton<IOutputCachePolicyProvider, OwnProvider>())), StringComparison.Ordinal);

        [Fact]
        public async Task So_is_one_that_a_factory_makes() =>
            Assert.Contains("(a factory)", Assert.Single(await WarningsAsync(services => services.AddSingleton<IOutputCachePolicyProvider>(_ => new OwnProvider()))), StringComparison.Ordinal);

        [Fact]
        public async Task The_frameworks_own_is_not()
        {
            Assert.Empty(await WarningsAsync(services => services.AddOutputCache()));
            Assert.Empty(await WarningsAsync(services => services.AddSingleton<IOutputCachePolicyProvider, DefaultOutputCachePolicyProvider>()));
        }

        [Fact]
        public void What_was_registered_is_let_go_of_once_it_was_looked_at()
        {
            var provider = Looked(out var services);

            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();

            Assert.False(services.IsAlive);
            GC.KeepAlive(provider);
        }

        // In a method of its own, so that no local holds them.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static OutputCacheProvider Looked(out WeakReference services)
        {
            var all = new ServiceCollection();
            services = new(all);
            var provider = new OutputCacheProvider(all);
            provider.Find();
            return provider;
        }

        private static async Task<string[]> WarningsAsync(Action<IServiceCollection> add)
        {
            await using var host = await Host.StartAsync(services: services =>
            {
                services.AddFakeLogging();
                add(services);
            });
            return [.. host.Services.GetFakeLogCollector().GetSnapshot().Select(entry => entry.Message).Where(message => message.Contains("The output cache uses this site's policy provider", StringComparison.Ordinal))];
        }

        private sealed class OwnProvider : IOutputCachePolicyProvider;
    }
}

// What .NET 11 calls them.
namespace Microsoft.AspNetCore.OutputCaching
{
    internal interface IOutputCachePolicyProvider;

    internal sealed class DefaultOutputCachePolicyProvider : IOutputCachePolicyProvider;
}
