using System.Globalization;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The day of a choice is the visitor's own. The two time zones are a day apart, so that one of them is never that of UTC.</summary>
public abstract class DatesTests(Chromium chromium, WebHost host)
{
    private static readonly Dictionary<string, TimeSpan> Zones = new(StringComparer.Ordinal) { ["Pacific/Honolulu"] = TimeSpan.FromHours(-10), ["Pacific/Kiritimati"] = TimeSpan.FromHours(14) };

    public static TheoryData<string> ZoneNames => [.. Zones.Keys];

    [Theory]
    [MemberData(nameof(ZoneNames))]
    public async Task Form_and_dialog_show_the_visitors_own_day(string zone)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { TimezoneId = zone });
        await walk.OpenAsync("/live-preferences");
        var form = walk.Page.Locator("form.ic-preferences").First;
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ one: true })");
        await walk.SettledAsync();
        var expected = await ExpectedAsync(walk, zone);

        // Of a page that was open when the choice was made, of one that is loaded, and of the dialog.
        await walk.ChooseInAsync(form, "Save");
        await Assertions.Expect(form.Locator(".ic-when")).ToHaveTextAsync(expected);
        await walk.OpenAsync("/live-preferences");
        await Assertions.Expect(form.Locator(".ic-when")).ToHaveTextAsync(expected);
        await walk.OpenSettingsAsync();
        Assert.Equal(expected.Replace('\u00A0', ' '), (await walk.Dialog.Locator(".ic-when").InnerTextAsync()).Replace('\u00A0', ' '));
        Assert.Empty(walk.Errors);
    }

    private static async Task<string> ExpectedAsync(Walk walk, string zone)
    {
        var times = await walk.Page.EvaluateAsync<double[]>("[innovexusConsent.state.decidedAt, innovexusConsent.state.expiresAt]");
        string[] days = [.. times.Select(time => DateTimeOffset.FromUnixTimeMilliseconds((long)time).ToOffset(Zones[zone]).ToString("d\u00A0MMMM\u00A0yyyy", CultureInfo.InvariantCulture))];
        return $"You chose on {days[0]}. Your choice counts until {days[1]}.";
    }
}

public class StaticDatesTests(Chromium chromium, HostWithoutPolicy host) : DatesTests(chromium, host), IClassFixture<HostWithoutPolicy>
{
    private readonly Chromium _chromium = chromium;

    [Fact]
    public async Task Without_script_the_day_says_that_it_is_that_of_UTC()
    {
        await using var walk = await Walk.StartAsync(_chromium, host.Url, new() { JavaScriptEnabled = false, TimezoneId = "Pacific/Honolulu" });
        await walk.Page.GotoAsync($"{host.Url}/live-preferences");
        await walk.Page.Locator("form.ic-preferences").GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();

        await Assertions.Expect(walk.Page.Locator(".ic-when")).ToContainTextAsync($"{DateTimeOffset.UtcNow.ToString("d\u00A0MMMM\u00A0yyyy", CultureInfo.InvariantCulture)}\u00A0(UTC). Your choice");
    }
}

public class ServerDatesTests(Chromium chromium, HostWithServer host) : DatesTests(chromium, host), IClassFixture<HostWithServer>;

public class WebAssemblyDatesTests(Chromium chromium, HostWithWebAssembly host) : DatesTests(chromium, host), IClassFixture<HostWithWebAssembly>;

public class StandaloneDatesTests(Chromium chromium, StandaloneHost host) : DatesTests(chromium, host), IClassFixture<StandaloneHost>;
