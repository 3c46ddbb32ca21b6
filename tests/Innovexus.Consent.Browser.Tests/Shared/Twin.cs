using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>
/// A failing twin: the same walk with one line of ours replaced on the wire, so that a check shows that it can fail. What ships is minified, so
/// a twin answers with the source.
/// </summary>
internal static class Twin
{
    public static async Task ReplaceAsync(IBrowserContext context, string file, string line, string replacement)
    {
        var dot = file.LastIndexOf('.');
        var source = await File.ReadAllTextAsync(Repository.Path("src", "Innovexus.Consent", "Runtime", file));
        await context.RouteAsync($"**/_content/Innovexus.Consent/{file[..dot]}.*{file[(dot + 1)..]}", route => FulfillAsync(route, line, replacement, source));
    }

    public static Task ReplaceInPagesAsync(IBrowserContext context, string url, string line, string replacement) =>
        context.RouteAsync(address => address == url, route => FulfillAsync(route, line, replacement));

    private static async Task FulfillAsync(IRoute route, string line, string replacement, string? source = null)
    {
        var answer = await route.FetchAsync();
        var text = source ?? await answer.TextAsync();
        var count = text.Split(line).Length - 1;
        if (count != 1)
        {
            throw new InvalidOperationException($"'{line}' stands {count} times in {route.Request.Url}; a twin replaces exactly one.");
        }

        await route.FulfillAsync(new() { Response = answer, Body = text.Replace(line, replacement, StringComparison.Ordinal) });
    }
}
