using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>
/// The SDK's templates with the lines of docs/hosting.md, and nothing else, in them. TEMPLATES=all makes all of them, otherwise three.
/// </summary>
public class TemplateTests(Chromium chromium, PackedFeed feed)
{
    private const string Server = "Every server";
    private const string Blazor = "Blazor Web App";
    private const string Client = "Interactive WebAssembly and Auto";
    private const string Views = "Razor Pages and MVC";
    private const string Standalone = "WebAssembly without a server";

    // The template's arguments, the sections to follow, and the link to a second page.
    private static readonly Dictionary<string, (string[] Sections, string Link)> Templates = new(StringComparer.Ordinal)
    {
        ["blazor -int Auto -ai"] = ([Server, Blazor, Client], "counter"),
        ["mvc"] = ([Server, Views], "Privacy"),
        ["blazorwasm"] = ([Standalone], "counter"),
        ["webapp"] = ([Server, Views], "Privacy"),
        ["blazor -int None"] = ([Server, Blazor], "weather"),
        ["blazor -int Server"] = ([Server, Blazor], "counter"),
        ["blazor -int Server -ai"] = ([Server, Blazor], "counter"),
        ["blazor -int WebAssembly"] = ([Server, Blazor, Client], "counter"),
        ["blazor -int WebAssembly -ai"] = ([Server, Blazor, Client], "counter"),
        ["blazor -int Auto"] = ([Server, Blazor, Client], "counter"),
    };

    public static TheoryData<string> Chosen => [.. Templates.Keys.Take(Environment.GetEnvironmentVariable("TEMPLATES") == "all" ? Templates.Count : 3)];

    [Theory]
    [MemberData(nameof(Chosen))]
    public async Task First_visit_accept_withdraw_and_reject_with_the_lines_of_the_guide(string template)
    {
        var (sections, link) = Templates[template];
        var folder = await feed.MakeFolderAsync();
        try
        {
            await using var app = await MakeAsync(folder, template, sections);
            await WalkAsync(app.Url, link);
            Assert.DoesNotContain("fail: ", app.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<AppProcess> MakeAsync(string folder, string template, string[] sections)
    {
        await Sdk.RunAsync(folder, ["new", .. template.Split(' '), "-o", "MySite"]);
        var root = Path.Combine(folder, "MySite");
        var client = Path.Combine(root, "MySite.Client");
        var server = Directory.Exists(client) ? Path.Combine(root, "MySite") : root;
        var standalone = sections.Contains(Standalone);
        if (!standalone)
        {
            await Sdk.RunAsync(server, "add", "package", "Innovexus.Consent.AspNetCore", "--version", feed.Version);
        }

        if (standalone || Directory.Exists(client))
        {
            await Sdk.RunAsync(standalone ? root : client, "add", "package", "Innovexus.Consent", "--version", feed.Version);
        }

        HostingGuide.Apply(server, Directory.Exists(client) ? client : null, sections);
        if (standalone)
        {
            var published = Path.Combine(folder, "published");
            await Sdk.RunAsync(root, "publish", "-warnaserror", "-o", published, "-v", "quiet");
            return await AppProcess.StartAsync("tests/hosts/StaticFiles", ("Folder", Path.Combine(published, "wwwroot")));
        }

        await Sdk.RunAsync(server, "build", "-warnaserror", "-v", "quiet");
        return await AppProcess.StartAsync(Path.Combine(server, "bin", "Debug", "net10.0", "MySite.dll"), server, "http", []);
    }

    private async Task WalkAsync(string url, string link)
    {
        await using (var walk = await StartAsync(url))
        {
            await walk.Banner.WaitForAsync();
            Assert.Empty(walk.Foreign);
            await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
            await Assertions.Expect(walk.Dialog).ToContainTextAsync("Plausible Insights");
            await walk.Page.Keyboard.PressAsync("Escape");
            Assert.Empty(walk.Foreign);
            await walk.ChooseAsync("Accept all");
            Assert.Equal(["GET https://plausible.io/js/script.js"], walk.Foreign);
            Assert.False(await walk.Banner.IsVisibleAsync());

            await walk.Page.Locator($"nav a[href$='{link}']").First.ClickAsync();
            await Assertions.Expect(walk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{link}$"));
            await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            if (link == "counter")
            {
                await ClickUntilItCountsAsync(walk);
            }

            await walk.SettledAsync();
            var asked = walk.Foreign.Length;
            await walk.MarkDocumentAsync();
            await walk.OpenSettingsAsync();
            await walk.ChooseInAsync(walk.Dialog, "Reject all");
            await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
            await walk.SettledAsync();
            Assert.Equal(asked, walk.Foreign.Length);
            Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
            Assert.Empty(walk.Errors);
        }

        await using (var walk = await StartAsync(url))
        {
            await walk.ChooseAsync("Reject all");
            await walk.Page.ReloadAsync();
            await walk.SettledAsync();
            Assert.Empty(walk.Foreign);
            Assert.False(await walk.Banner.IsVisibleAsync());
            Assert.Empty(walk.Errors);
        }
    }

    // The renderer starts a moment after the page is there; clicks before that do nothing.
    private static async Task ClickUntilItCountsAsync(Walk walk)
    {
        var count = walk.Page.GetByText("Current count:");
        while (await count.InnerTextAsync() == "Current count: 0")
        {
            await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Click me" }).ClickAsync();
            await walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(resolve))");
        }
    }

    private async Task<Walk> StartAsync(string url)
    {
        var walk = await Walk.StartAsync(chromium, url);
        await walk.Context.RouteAsync("https://plausible.io/**", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await walk.OpenAsync("/");
        return walk;
    }
}
