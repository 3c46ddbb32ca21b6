namespace Innovexus.Consent.Browser.Tests;

/// <summary>Every kind of script, in order and once, under one policy.</summary>
public abstract class OrderTests(Chromium chromium, WebHost host)
{
    // Vendor one, in document order; "async" opted out, "tampered", the missing file and the throwing script never write anything.
    private static readonly string[] InOrder =
        ["head", "inline-1", "slow", "inline-2", "module", "inline-module", "after-module", "integrity", "last"];

    [Fact]
    public async Task Scripts_of_the_first_page_run_in_document_order()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/order");
        Assert.Empty(await walk.RanAsync());

        await walk.ChooseAsync("Accept all");

        Assert.Equal("in order", await ReportAsync(walk));
    }

    [Fact]
    public async Task Scripts_of_a_page_that_came_by_enhanced_navigation_run_in_document_order()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.MarkDocumentAsync();
        await walk.ChooseAsync("Accept all");
        Assert.Equal(["head", "view /"], await walk.RanAsync());

        await walk.FollowAsync("/order");

        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal("in order", await ReportAsync(walk));
    }

    [Fact]
    public async Task Twin_a_runtime_that_does_not_wait_is_reported()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await Twin.ReplaceAsync(walk.Context, "ic.js", "if (!isParallel && (!script.noModule || type == 'module')) await ended;", ";");
        await walk.OpenAsync("/order");

        await walk.ChooseAsync("Accept all");

        // The inline ones at once; what comes after them is the network's order.
        Assert.StartsWith("out of order: head, inline-1, inline-2, ", await ReportAsync(walk), StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(Walk walk)
    {
        // The one that opted out of the order ends last, and not even settling waits for it.
        await walk.Page.WaitForFunctionAsync("() => ran.includes('async') && ran.includes('last') && ran.includes('slow') && ran.includes('integrity') && ran.includes('inline-module')");
        var ran = (await walk.RanAsync()).Where(name => !name.StartsWith("view ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(ran.Distinct(), ran);
        Assert.Contains("three", ran);
        Assert.True(Array.IndexOf(ran, "external two") < Array.IndexOf(ran, "slow"), "Vendors are independent.");
        var one = ran.Except(["two", "external two", "three", "async"]).ToArray();
        return one.SequenceEqual(InOrder) ? "in order" : $"out of order: {string.Join(", ", one)}";
    }
}

public sealed class OrderWithoutPolicyTests(Chromium chromium, HostWithoutPolicy host) : OrderTests(chromium, host), IClassFixture<HostWithoutPolicy>;

public sealed class OrderWithNonceTests(Chromium chromium, HostWithNonce host) : OrderTests(chromium, host), IClassFixture<HostWithNonce>;

public sealed class OrderWithStrictDynamicTests(Chromium chromium, HostWithStrictDynamic host) : OrderTests(chromium, host), IClassFixture<HostWithStrictDynamic>;
