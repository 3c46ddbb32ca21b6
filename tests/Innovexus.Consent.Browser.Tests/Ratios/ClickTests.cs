using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>
/// What a click on Accept all costs on a slow processor, beside a page that does the least by hand. Explicit, since a busy machine would
/// blur it: <c>dotnet run --project tests/Innovexus.Consent.Browser.Tests -- -class "*.ClickTests" -explicit only -showLiveOutput</c>.
/// </summary>
public class ClickTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    private const string Reached = "window.reached ??= performance.now();";

    private const string Inline = $"<script type='text/plain' data-ic='two'>{Reached}</script>";

    // One frame of sixty in a second, in the steps of eight milliseconds that browsers tell.
    private const double Frame = 24;

    // What a site would write that gates a script and keeps the choice, and nothing else.
    private static readonly string ByHand = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>By hand</title>
        </head>
        <body>
        <div id="banner" data-ic-banner>
          <p>May we count visits?</p>
          <button type="button" data-choice="accept">Accept all</button>
          <button type="button" data-choice="reject">Reject all</button>
        </div>
        <h1>By hand</h1>
        GATES
        <script>
        const banner = document.getElementById('banner');
        const granted = document.cookie.includes('by_hand=accept');
        function run() {
          for (const gate of document.querySelectorAll('script[type="text/plain"]')) {
            const script = document.createElement('script');
            for (const { name, value } of gate.attributes) {
              if (name != 'type') script.setAttribute(name, value);
            }
            script.text = gate.text;
            gate.replaceWith(script);
          }
        }
        if (granted) run();
        banner.addEventListener('click', event => {
          const { choice } = event.target.dataset;
          if (!choice) return;
          document.cookie = `by_hand=${choice}; Path=/; Max-Age=15552000; SameSite=Lax`;
          banner.hidden = true;
          if (choice == 'accept') run();
        });
        </script>
        </body>
        </html>
        """;

    [Theory(Explicit = true)]
    [InlineData("<script type='text/plain' data-ic='two' src='/vendor/reached.js'></script>", 1)]
    [InlineData("<script type='text/plain' data-ic='two' src='/vendor/reached.js'></script>", 200)]
    [InlineData(Inline, 1)]
    [InlineData(Inline, 200)]
    [InlineData("<script type='text/plain' data-ic='two'>for (const start = performance.now(); performance.now() - start < 100;); window.reached = performance.now();</script>", 1)]
    public async Task The_first_frame_comes_at_once_and_a_script_about_as_soon_as_by_hand(string gate, int count)
    {
        List<Click> ours = [], byHand = [];
        for (var i = 0; i < 15; i++)
        {
            byHand.Add(await ClickAsync("/by-hand", gate, count));
            ours.Add(await ClickAsync("/page-b", gate, count));
        }

        // The first click warms the browser up.
        var (own, other) = (Median(ours.Skip(1)), Median(byHand.Skip(1)));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{count} × {gate[..60]}…: script after {own.Reached:0.0} ms, by hand {other.Reached:0.0}, ratio {own.Reached / other.Reached:0.00}; processing {own.Processing:0.0} ms, by hand {other.Processing:0.0}; next frame {own.Frame:0} ms, by hand {other.Frame:0}");
        Assert.InRange(own.Processing, 0, Math.Max(8, 1.3 * other.Processing));
        Assert.InRange(own.Frame, 0, Math.Max(Frame, other.Frame));
        if (gate.Contains(" src=", StringComparison.Ordinal))
        {
            Assert.InRange(own.Reached / other.Reached, 0, 1.3);
        }
    }

    private async Task<Click> ClickAsync(string path, string gate, int count)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var gates = string.Concat(Enumerable.Range(0, count).Select(i => gate.Replace("data-ic", $"data-ic-key='{i}' data-ic", StringComparison.Ordinal).Replace("reached.js", $"reached.js?{i}", StringComparison.Ordinal)));
        await walk.Context.RouteAsync("**/vendor/reached.js*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = Reached }));
        await walk.Context.RouteAsync(address => address == host.Url + path, async route =>
        {
            if (path == "/by-hand")
            {
                await route.FulfillAsync(new() { ContentType = "text/html", Body = ByHand.Replace("GATES", gates, StringComparison.Ordinal) });
                return;
            }

            var page = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = page, Body = (await page.TextAsync()).Replace("</main>", $"{gates}</main>", StringComparison.Ordinal) });
        });
        await walk.Page.GotoAsync(host.Url + path);
        if (path != "/by-hand")
        {
            await walk.SettledAsync();
        }

        await walk.Page.EvaluateAsync("""
            () => {
                window.entries = [];
                new PerformanceObserver(list => entries.push(...list.getEntries())).observe({ type: 'event', durationThreshold: 16 });
                addEventListener('click', event => window.clicked = event.timeStamp, true);
            }
            """);
        var session = await walk.Context.NewCDPSessionAsync(walk.Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => window.reached");
        await walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 100)))");
        var numbers = await walk.Page.EvaluateAsync<double[]>("""
            () => {
                const click = entries.find(entry => entry.name == 'click');
                // What has an address is there when it is asked for: the rest is the network's time, and the driver's.
                const asked = performance.getEntriesByType('resource').find(({ name }) => name.includes('/vendor/reached.js'))?.startTime;
                return [(asked ?? reached) - clicked, click ? click.processingEnd - click.processingStart : 0, click?.duration ?? 16];
            }
            """);
        return new(numbers[0], numbers[1], numbers[2]);
    }

    private static Click Median(IEnumerable<Click> clicks) => new(
        Middle(clicks.Select(click => click.Reached)), Middle(clicks.Select(click => click.Processing)), Middle(clicks.Select(click => click.Frame)));

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private readonly record struct Click(double Reached, double Processing, double Frame);
}
