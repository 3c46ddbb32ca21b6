using System.Collections.Concurrent;

namespace Innovexus.Consent.Browser.Tests;

public class RepeatedScriptTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    [Fact]
    public async Task In_Development_the_console_says_once_that_a_snippet_stands_more_than_once_and_how_to_tell_them_apart()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var warnings = new ConcurrentQueue<string>();
        walk.Page.Console += (_, message) =>
        {
            if (message.Type == "warning")
            {
                warnings.Enqueue(message.Text);
            }
        };
        await walk.OpenAsync("/page-b");
        Assert.Empty(warnings);

        await walk.Page.EvaluateAsync("""
            () => {
              const twin = '<script type="text/plain" data-ic="two">ran.push("widget")</' + 'script>';
              const keyed = key => `<script type="text/plain" data-ic="two" data-ic-key="${key}">ran.push("keyed")</` + 'script>';
              document.querySelector('main').append(document.createRange().createContextualFragment(twin + twin + twin + keyed('first') + keyed('second')));
            }
            """);
        await walk.SettledAsync();

        Assert.Equal(
            ["Consent: this page contains the same script of 'two' (inline) more than once, and it runs only once. If each copy has to run, give each its own Key (data-ic-key)."],
            warnings);
    }
}
