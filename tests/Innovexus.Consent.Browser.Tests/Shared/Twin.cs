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
        var source = Replace(file, await File.ReadAllTextAsync(Repository.Path("src", "Innovexus.Consent", "Runtime", file)), line, replacement);
        await context.RouteAsync($"**/_content/Innovexus.Consent/{file[..dot]}.*{file[(dot + 1)..]}", async route =>
            await route.FulfillAsync(new() { Response = await route.FetchAsync(), Body = source }));
    }

    public static Task ReplaceInPagesAsync(IBrowserContext context, string url, string line, string replacement) =>
        context.RouteAsync(address => address == url, async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = Replace(url, await answer.TextAsync(), line, replacement) });
        });

    private static string Replace(string place, string text, string line, string replacement)
    {
        var count = text.Split(line).Length - 1;
        return count == 1
            ? text.Replace(line, replacement, StringComparison.Ordinal)
            : throw new InvalidOperationException($"'{line}' stands {count} times in {place}; a twin replaces exactly one.");
    }
}
