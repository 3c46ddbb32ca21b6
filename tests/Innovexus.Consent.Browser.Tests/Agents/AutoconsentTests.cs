using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>DuckDuckGo's autoconsent, as it works in visitors' browsers.</summary>
public class AutoconsentTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private static readonly string Package = Repository.Path("tests", "Innovexus.Consent.Browser.Tests", "Agents", "node_modules", "@duckduckgo", "autoconsent");

    private static readonly string OurRule = File.ReadAllText(Repository.Path("docs", "agents", "innovexus-consent.autoconsent.json"));

    [Fact]
    public async Task Its_heuristics_alone_opt_out_with_no_reload_loop()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        // All its own rules, none of which is ours.
        var agent = await Agent.StartAsync(walk, "optOut", $"{{ \"autoconsent\": {JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Package, "rules", "rules.json"))).RootElement.GetProperty("autoconsent").GetRawText()} }}");

        await agent.VisitAsync("/");
        Assert.True(await agent.ResultAsync("optOutResult"));
        await walk.SettledAsync();
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Single(walk.Posts);
        Assert.Equal(1, agent.Count("popupFound"));
        Assert.Equal(1, walk.Requests.Count(request => request == $"GET {site.Url}/"));
        Assert.Empty(walk.Foreign);
    }

    [Fact]
    public async Task Our_rule_opts_out_and_its_own_test_agrees()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var agent = await Agent.StartAsync(walk, "optOut", $"{{ \"autoconsent\": [{OurRule}] }}");

        await agent.VisitAsync("/pricing");
        Assert.True(await agent.ResultAsync("optOutResult"));
        await walk.SettledAsync();
        await walk.Page.EvaluateAsync("autoconsentReceiveMessage({ type: 'selfTest' })");
        Assert.True(await agent.ResultAsync("selfTestResult"));
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Empty(walk.Foreign);
    }

    [Fact]
    public async Task Our_rule_opts_in()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var agent = await Agent.StartAsync(walk, "optIn", $"{{ \"autoconsent\": [{OurRule}] }}");

        await agent.VisitAsync("/");
        Assert.True(await agent.ResultAsync("optInResult"));
        await walk.SettledAsync();
        Assert.Contains(".granted_analytics", await walk.CookieAsync(), StringComparison.Ordinal);
    }

    private sealed class Agent
    {
        private readonly ConcurrentQueue<JsonElement> _messages = new();
        private readonly Walk _walk;

        private Agent(Walk walk) => _walk = walk;

        public static async Task<Agent> StartAsync(Walk walk, string action, string rules)
        {
            var agent = new Agent(walk);
            var config = $$"""
                { "enabled": true, "autoAction": "{{action}}", "disabledCmps": [], "enablePrehide": false, "detectRetries": 20,
                  "enableCosmeticRules": false, "enableGeneratedRules": false, "enableHeuristicDetection": true, "heuristicMode": "reject" }
                """;
            await walk.Page.ExposeFunctionAsync("autoconsentSendMessage", async (JsonElement message) =>
            {
                agent._messages.Enqueue(message);
                switch (message.GetProperty("type").GetString())
                {
                    case "init":
                        await walk.Page.EvaluateAsync($"() => {{ autoconsentReceiveMessage({{ type: 'initResp', config: {config}, rules: {rules} }}) }}");
                        break;
                    case "eval":
                        var result = await walk.Page.EvaluateAsync<bool>(message.GetProperty("code").GetString()!);
                        await walk.Page.EvaluateAsync($"() => {{ autoconsentReceiveMessage({{ id: '{message.GetProperty("id").GetString()}', type: 'evalResp', result: {(result ? "true" : "false")} }}) }}");
                        break;
                }

                return true;
            });
            return agent;
        }

        public async Task VisitAsync(string path)
        {
            await _walk.OpenAsync(path);
            await _walk.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Package, "dist", "autoconsent.playwright.js")));
        }

        public int Count(string type) => _messages.Count(message => message.GetProperty("type").GetString() == type);

        public async Task<bool> ResultAsync(string type)
        {
            for (var i = 0; i < 3000 && Count(type) == 0; i++)
            {
                // A round trip through the page: messages come from there.
                await _walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(resolve))");
            }

            Assert.True(Count(type) > 0, $"No {type}; seen: {string.Join(", ", _messages.Select(message => message.GetProperty("type").GetString()))}");
            return _messages.First(message => message.GetProperty("type").GetString() == type).GetProperty("result").GetBoolean();
        }
    }
}
