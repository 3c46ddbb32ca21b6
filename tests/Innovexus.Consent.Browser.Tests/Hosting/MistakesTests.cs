using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Mistakes in interactive components: told in Development with the fix, and nothing runs.</summary>
public abstract class MistakesTests(Chromium chromium, WebHost host, string renderer)
{
    [Fact]
    public async Task Unknown_ids_and_what_is_in_the_wrong_place_are_told_and_stay_off()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/live-mistakes");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync(renderer);
        await walk.ChooseAsync("Accept all");

        await Assertions.Expect(walk.Page.Locator("main [role=alert]")).ToContainTextAsync("ConsentBanner stands in a component with a render mode");
        Assert.Equal(1, await walk.Page.Locator("[data-permanent=ic-root]").CountAsync());
        Assert.Equal(1, await walk.Page.Locator("script[data-ic-ui]").CountAsync());
        Assert.DoesNotContain("mistake", await walk.RanAsync());
        Assert.Equal(0, await walk.Page.Locator("#mistake").CountAsync());
        var told = string.Join('\n', walk.Errors) + host.Output;
        foreach (var fix in new[] { "names 'onee'", "Did you mean 'one'?", "names 'analitics'", "Did you mean 'analytics'?", "ConsentHead stands in a component with a render mode" })
        {
            Assert.Contains(fix, told, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(walk.Errors, error => error.Contains("Unhandled exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_that_go_away_in_the_middle_of_anything_leave_no_word()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        for (var i = 0; i < 6; i++)
        {
            await using var tab = await walk.NewTabAsync();
            await tab.Page.GotoAsync($"{host.Url}/live", new() { WaitUntil = WaitUntilState.Commit });
            if (i % 2 == 1)
            {
                await Assertions.Expect(tab.Page.Locator("#where")).ToHaveTextAsync(renderer);
                await tab.Page.EvaluateAsync("() => { document.getElementById('allow').click(); }");
            }

            // Away by navigation: a browser that is told to close a tab which is still loading may never say that it has.
            await tab.Page.GotoAsync("about:blank");
        }

        await walk.OpenAsync("/live");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync(renderer);
        await walk.Page.Locator("#refuse").ClickAsync();
        await Assertions.Expect(walk.Page.Locator("#cascading")).ToHaveTextAsync("False Refused");
        Assert.Empty(walk.Errors);
        Assert.DoesNotContain("Exception", host.Output, StringComparison.Ordinal);
    }
}

public class ServerMistakesTests(Chromium chromium, HostWithServerAndMistakes host) : MistakesTests(chromium, host, "Server"), IClassFixture<HostWithServerAndMistakes>;

public class WebAssemblyMistakesTests(Chromium chromium, HostWithWebAssemblyAndMistakes host)
    : MistakesTests(chromium, host, "WebAssembly"), IClassFixture<HostWithWebAssemblyAndMistakes>;

public sealed class HostWithServerAndMistakes() : RenderModeHost("Server", global: true);

public sealed class HostWithWebAssemblyAndMistakes() : RenderModeHost("WebAssembly", global: true);

/// <summary>Its client project does not add consent.</summary>
public sealed class HostWithForgottenClient() : RenderModeHost("WebAssembly", global: true, ("ASPNETCORE_ENVIRONMENT", "Forgotten"));

public class ForgottenClientTests(Chromium chromium, HostWithForgottenClient host) : IClassFixture<HostWithForgottenClient>
{
    [Fact]
    public async Task Client_project_without_its_line_is_told_which()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var told = walk.Page.WaitForConsoleMessageAsync(new()
        {
            // The framework's own message, with the name of a type that is missing.
            Predicate = message => message.Type == "error" && message.Text.Contains("AddConsentClient", StringComparison.Ordinal),
        });

        await walk.Page.GotoAsync($"{host.Url}/live-b");

        await told;
    }
}
