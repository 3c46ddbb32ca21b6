namespace Innovexus.Consent.Browser.Tests;

/// <summary>
/// Costs as ratios within one run. Explicit, since a busy machine would blur them:
/// <c>dotnet run --project tests/Innovexus.Consent.Browser.Tests -- -class "*RatioTests" -explicit only -showLiveOutput</c>.
/// </summary>
public class RatioTests(Chromium chromium, HostWithManyVendors vendors, HostWithManyCategories categories, HostWithoutPolicy host)
    : IClassFixture<HostWithManyVendors>, IClassFixture<HostWithManyCategories>, IClassFixture<HostWithoutPolicy>
{
    [Fact(Explicit = true)]
    public async Task Preferences_of_sixty_vendors_in_a_category_open_in_at_most_twice_the_time_of_one_in_each()
    {
        await using var many = await Walk.StartAsync(chromium, vendors.Url);
        await using var one = await Walk.StartAsync(chromium, categories.Url);
        await many.OpenAsync("/");
        await one.OpenAsync("/");

        // Alternating, so that both see the same machine.
        List<double> ofMany = [], ofOne = [];
        for (var i = 0; i < 25; i++)
        {
            ofMany.Add(await OpeningAsync(many));
            ofOne.Add(await OpeningAsync(one));
        }

        Tell("opening, in milliseconds", Median(ofMany), Median(ofOne));
        Assert.InRange(Median(ofMany) / Median(ofOne), 0.1, 2);
    }

    [Fact(Explicit = true)]
    public async Task Each_of_two_hundred_scripts_costs_at_most_twice_what_one_costs()
    {
        await using var walk = await Walk.StartAsync(chromium, categories.Url);
        await walk.OpenAsync("/page-b");
        await walk.ChooseAsync("Accept all");

        List<double> ofMany = [], ofOne = [];
        for (var i = 0; i < 25; i++)
        {
            ofOne.Add(await RunningAsync(walk, i, 1));
            ofMany.Add(await RunningAsync(walk, i, 200));
        }

        Tell("each script, in milliseconds", Median(ofMany), Median(ofOne));
        Assert.InRange(Median(ofMany) / Median(ofOne), 0.001, 2);
    }

    [Theory(Explicit = true)]
    [InlineData(2_000, false)]
    [InlineData(2_000, true)]
    [InlineData(20_000, false)]
    [InlineData(20_000, true)]
    public async Task A_change_of_the_page_costs_at_most_twice_what_it_costs_without_the_style(int elements, bool decided)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        // The whole sheet.
        await OpeningAsync(walk);
        if (decided)
        {
            await walk.ChooseAsync("Reject all");
        }

        List<double> ofStyled = [], ofPlain = [];
        await walk.Page.EvaluateAsync("""
            elements => {
                window.part = document.querySelector('main').appendChild(document.createElement('div'));
                for (let i = 0; i < elements / 10; i++) part.insertAdjacentHTML('beforeend', `<div class="row">${'<span>x</span>'.repeat(9)}</div>`);
            }
            """, elements);
        for (var i = 0; i < 25; i++)
        {
            ofPlain.Add(await ChangingAsync(walk, styled: false));
            ofStyled.Add(await ChangingAsync(walk, styled: true));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"a change of {elements} elements, in milliseconds: {Median(ofStyled):0.000} with the style, {Median(ofPlain):0.000} without, ratio {Median(ofStyled) / Median(ofPlain):0.00}");
        Assert.InRange(Median(ofStyled) / Median(ofPlain), 0.1, 2);
    }

    private static Task<double> ChangingAsync(Walk walk, bool styled) => walk.Page.EvaluateAsync<double>("""
        async styled => {
            for (const sheet of document.styleSheets) if (sheet.ownerNode.closest('[data-permanent=ic-root]')) sheet.disabled = !styled;
            await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            const row = part.children[5], look = () => getComputedStyle(document.body).paddingBottom + getComputedStyle(row).color;
            look();
            const start = performance.now();
            for (let i = 0; i < 100; i++) {
                row.append(document.createElement('b'));
                look();
                row.lastChild.remove();
                row.classList.toggle('on');
                look();
            }
            return (performance.now() - start) / 200;
        }
        """, styled);

    private static Task<double> OpeningAsync(Walk walk) => walk.Page.EvaluateAsync<double>("""
        async () => {
            const start = performance.now();
            await innovexusConsent.openPreferences();
            await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            const time = performance.now() - start;
            await innovexusConsent.closePreferences();
            return time;
        }
        """);

    private static Task<double> RunningAsync(Walk walk, int round, int count) => walk.Page.EvaluateAsync<double>(
        """
        async ([round, count]) => {
            const html = Array.from({ length: count }, (_, i) => `<script type="text/plain" data-ic="one" data-ic-key="${round}-${count}-${i}">window.count = (window.count ?? 0) + 1</script>`).join('');
            const before = window.count ?? 0, start = performance.now();
            document.querySelector('main').append(document.createRange().createContextualFragment(html));
            await new Promise(resolve => document.addEventListener('ic:settled', resolve, { once: true }));
            const time = performance.now() - start;
            if (window.count - before != count) throw new Error(`${window.count - before} of ${count} ran.`);
            return time / count;
        }
        """,
        new[] { round, count });

    private static void Tell(string what, double many, double one) =>
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {many:0.000} of many, {one:0.000} of one, ratio {many / one:0.00}");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
