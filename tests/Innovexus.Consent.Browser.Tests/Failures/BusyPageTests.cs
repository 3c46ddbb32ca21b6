using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Pages with much on their way, or much to run. Browsers send 64 KiB at most in requests that outlive their page.</summary>
public class BusyPageTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    [Fact]
    public async Task A_refusal_is_sent_also_where_the_page_has_much_on_its_way()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var release = await walk.HoldAsync("**/test/beacon");
        await walk.OpenAsync("/page-b");
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => navigator.sendBeacon('/test/beacon', 'x'.repeat(65_536))"));

        await walk.ChooseAsync("Reject all");

        Assert.Contains(".refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Equal("", await walk.Page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        release.SetResult();
    }

    [Fact]
    public async Task After_a_click_scripts_wait_for_one_frame_however_long_they_take()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("""
            () => {
                for (let i = 0; i < 10; i++) {
                    const script = document.createElement('script');
                    Object.assign(script, { type: 'text/plain', text: `for (const start = performance.now(); performance.now() - start < 10;); (window.done ??= []).push(${i});` });
                    script.dataset.ic = 'two';
                    document.body.append(script);
                }

                window.asked = 0;
                const own = requestAnimationFrame;
                window.requestAnimationFrame = callback => {
                    window.asked++;
                    return own(callback);
                };
            }
            """);

        await walk.ChooseAsync("Accept all");

        Assert.Equal(10, await walk.Page.EvaluateAsync<int>("done.length"));
        Assert.Equal(1, await walk.Page.EvaluateAsync<int>("asked"));
    }
}
