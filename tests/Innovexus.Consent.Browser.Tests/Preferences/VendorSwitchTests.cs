using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class VendorSwitchTests(Chromium chromium, HostWithNonce host) : IClassFixture<HostWithNonce>
{
    [Fact]
    public async Task A_category_carries_its_vendors_along_and_a_vendor_counts_by_itself()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.OpenSettingsAsync();
        await OpenDetailsAsync(walk.Dialog);

        await Switch(walk.Dialog, "Functional").CheckAsync();
        Assert.True(await Switch(walk.Dialog, "Two, Functional").IsCheckedAsync());
        Assert.True(await Switch(walk.Dialog, "Video, Functional").IsCheckedAsync());
        Assert.Contains("2 / 2", await walk.Dialog.InnerTextAsync(), StringComparison.Ordinal);
        await Switch(walk.Dialog, "Two, Functional").UncheckAsync();
        await Switch(walk.Dialog, "Three, Marketing").CheckAsync();
        Assert.True(await Switch(walk.Dialog, "Functional").IsCheckedAsync());
        Assert.False(await Switch(walk.Dialog, "Marketing").IsCheckedAsync());
        await SaveAsync(walk, walk.Dialog);

        Assert.Equal("functional three video", await GrantedAsync(walk));
        await walk.OpenSettingsAsync();
        await OpenDetailsAsync(walk.Dialog);
        Assert.False(await Switch(walk.Dialog, "Two, Functional").IsCheckedAsync());
        Assert.True(await Switch(walk.Dialog, "Three, Marketing").IsCheckedAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Every_switch_has_a_name_of_its_own()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/form");
        await OpenDetailsAsync(walk.Page.Locator("main"));

        var names = new List<string>();
        foreach (var input in await walk.Page.Locator("main").GetByRole(AriaRole.Switch).AllAsync())
        {
            names.Add((await input.AriaSnapshotAsync()).Split('"')[1]);
        }

        Assert.Equal(9, names.Count);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task The_form_in_a_page_may_be_saved_again_and_again()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/form");
        var form = walk.Page.Locator("form.ic-preferences");
        await OpenDetailsAsync(form);

        await Switch(form, "Functional").CheckAsync();
        await SaveAsync(walk, form);
        Assert.Equal("functional two video", await GrantedAsync(walk));
        await Switch(form, "Video, Functional").UncheckAsync();
        await SaveAsync(walk, form);
        Assert.Equal("functional two", await GrantedAsync(walk));
        await Switch(form, "Functional").UncheckAsync();
        await SaveAsync(walk, form);
        Assert.Equal("", await GrantedAsync(walk));
    }

    [Fact]
    public async Task A_category_switched_before_the_script_was_here_carries_its_vendors_along()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var switched = await walk.HoldAsync("**/_content/Innovexus.Consent/ic-ui.*js");
        await walk.OpenAsync("/form");
        var form = walk.Page.Locator("form.ic-preferences");
        await OpenDetailsAsync(form);
        await Switch(form, "Functional").CheckAsync();
        Assert.False(await Switch(form, "Two, Functional").IsCheckedAsync());

        switched.SetResult();

        await Assertions.Expect(Switch(form, "Two, Functional")).ToBeCheckedAsync();
        await Switch(form, "Video, Functional").UncheckAsync();
        await SaveAsync(walk, form);
        Assert.Equal("functional two", await GrantedAsync(walk));
    }

    [Theory]
    [InlineData("Analytics", null, "analytics one")]
    [InlineData("Functional", "Two, Functional", "functional two video")]
    [InlineData(null, "Two, Functional", "two")]
    public async Task Without_script_the_form_posts_what_it_rendered(string? category, string? vendor, string granted)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { JavaScriptEnabled = false });
        await walk.Page.GotoAsync(host.Url + "/form");
        var form = walk.Page.Locator("form.ic-preferences");
        foreach (var summary in await form.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        if (category is not null)
        {
            await Switch(form, category).CheckAsync();
        }

        if (vendor is not null)
        {
            await Switch(form, vendor).CheckAsync();
        }

        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await walk.ArriveAsync("/form");
        Assert.Equal(granted, await GrantedAsync(walk));
    }

    [Fact]
    public async Task Live_column_tells_what_is_stored_now()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/form");
        var cell = walk.Page.Locator("[data-ic-name=ic_consent]");
        await Assertions.Expect(cell).ToHaveTextAsync("No");

        await walk.ChooseInAsync(walk.Page.Locator("form.ic-preferences"), "Reject all");

        await Assertions.Expect(cell).ToHaveTextAsync("Yes");
        await Assertions.Expect(walk.Page.Locator("[data-ic-name='tr_*'][data-ic-stored=IndexedDB]")).ToHaveTextAsync("No");
        Assert.Empty(walk.Errors);
    }

    private static ILocator Switch(ILocator form, string name) => form.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true });

    private static Task OpenDetailsAsync(ILocator form) => form.EvaluateAsync("form => { for (const details of form.querySelectorAll('details')) details.open = true }");

    private static async Task SaveAsync(Walk walk, ILocator form) => await walk.ChooseInAsync(form, "Save");

    private static async Task<string> GrantedAsync(Walk walk)
    {
        var answer = await walk.Context.APIRequest.GetAsync(walk.Url + "/_ic/state");
        return string.Join(' ', (await answer.JsonAsync())!.Value.GetProperty("granted").EnumerateArray().Select(id => id.GetString()).Where(id => id is not ("necessary" or "consent")).Order(StringComparer.Ordinal));
    }
}
