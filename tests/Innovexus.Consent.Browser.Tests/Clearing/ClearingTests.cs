using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Withdrawing: everything the vendor declared is gone, whatever its kind and place, and nothing else is.</summary>
public class ClearingTests(Chromium chromium, HostWithStrictDynamic host) : IClassFixture<HostWithStrictDynamic>
{
    private string Origin => $"http://www.app.localhost:{new Uri(host.Url).Port}";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_declared_is_gone_and_everything_else_is_kept(bool rewrites)
    {
        await using var walk = await StartAsync();
        await StoreAsync(walk);
        Assert.Equal(Expected(), await KeptAsync(walk));
        Assert.NotEmpty(await LeftAsync(walk));
        await walk.Page.EvaluateAsync("rewrites => window.rewrites = rewrites", rewrites);
        await walk.MarkDocumentAsync();

        await WithdrawAsync(walk);

        Assert.False(await walk.IsMarkedAsync());
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
        Assert.Equal("", string.Join(", ", await LeftAsync(walk)));
        Assert.Equal(Expected(), await KeptAsync(walk));
        // Told once, and before anything was deleted.
        Assert.Equal("1 true", await walk.Page.EvaluateAsync<string>("sessionStorage.getItem('stopped')"));
        Assert.Null(await walk.Page.EvaluateAsync<string?>("sessionStorage.getItem('ic_clear')"));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Twin_a_runtime_that_forgets_a_kind_is_reported()
    {
        await using var walk = await StartAsync(host.Url);
        await Twin.ReplaceAsync(walk.Context, "ic-clear.js", "if (any(items, name)) storage.removeItem(name);", ";");
        await walk.Page.EvaluateAsync("localStorage.setItem('tr', 1)");

        await WithdrawAsync(walk);

        Assert.Equal(["local tr"], await LeftAsync(walk));
    }

    [Fact]
    public async Task Without_script_the_server_deletes_what_it_sees()
    {
        await using var walk = await Walk.StartAsync(chromium, Origin, new() { JavaScriptEnabled = false });
        await walk.Context.AddCookiesAsync(
        [
            new() { Name = "tr", Value = "1", Url = Origin }, new() { Name = "tr_a", Value = "1", Domain = ".app.localhost", Path = "/" },
            new() { Name = "tr_http", Value = "1", Domain = "www.app.localhost", Path = "/", HttpOnly = true }, new() { Name = "other", Value = "1", Url = Origin },
        ]);
        await walk.Page.GotoAsync(Origin + "/form");

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).First.ClickAsync();
        await walk.ArriveAsync("/form");

        Assert.Equal(["ic_consent", "other"], (await walk.Context.CookiesAsync()).Select(cookie => cookie.Name).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_an_earlier_visit_left_is_deleted_without_a_question_and_without_a_reload()
    {
        await using var walk = await Walk.StartAsync(chromium, Origin);
        await walk.Context.AddCookiesAsync([new() { Name = "tr", Value = "1", Url = Origin }, new() { Name = "other", Value = "1", Url = Origin }]);
        await walk.OpenAsync("/");

        Assert.DoesNotContain(await walk.Context.CookiesAsync(), cookie => cookie.Name == "tr");
        Assert.Contains(await walk.Context.CookiesAsync(), cookie => cookie.Name == "other");
        Assert.Equal(1, walk.Requests.Count(request => request == $"GET {Origin}/"));
    }

    [Fact]
    public async Task Withdrawing_what_never_ran_does_not_reload()
    {
        await using var walk = await Walk.StartAsync(chromium, Origin);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ tracker: true })");
        await walk.SettledAsync();
        await walk.Page.EvaluateAsync("() => { localStorage.setItem('tr', 1); localStorage.setItem('other', 1) }");
        await walk.MarkDocumentAsync();

        await WithdrawAsync(walk);

        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal(["other"], await walk.Page.EvaluateAsync<string[]>("Object.keys(localStorage)"));
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
    }

    [Fact]
    public async Task Names_that_are_stored_encoded_are_cleared_by_what_they_say()
    {
        await using var walk = await StartAsync();
        await walk.Page.EvaluateAsync("""
            () => {
                for (const name of ['amc_1%40org', 'amc_2@org', 'amc_1%40other', 'amc_%zz']) document.cookie = `${name}=1; Path=/`;
                document.cookie = 'amc_3%40org=1; Path=/tracker/deep';
                document.cookie = 'tr%40exact=1; Path=/vendor; Domain=app.localhost';
                document.cookie = 'tr%40exact=1; Path=/tracker';
                // Which no server sees.
                for (const name of ['tr%5Fp', 'tr%255Fp', 'tr%zz']) localStorage.setItem(name, 1);
            }
            """);

        await WithdrawAsync(walk);

        Assert.Equal(
            ["amc_%zz", "amc_1%40other", "tr%40exact /vendor"],
            (await walk.Context.CookiesAsync()).Where(cookie => cookie.Name.StartsWith("amc", StringComparison.Ordinal) || cookie.Name.StartsWith("tr", StringComparison.Ordinal))
                .Select(cookie => cookie.Path == "/" ? cookie.Name : $"{cookie.Name} {cookie.Path}").Order(StringComparer.Ordinal));
        Assert.Equal(["tr%255Fp", "tr%zz"], await walk.Page.EvaluateAsync<string[]>("Object.keys(localStorage).sort()"));
    }

    [Fact]
    public async Task A_prefixed_name_is_expired_only_where_it_can_be()
    {
        await using var walk = await Walk.StartAsync(chromium, Origin);
        // Firefox reports each of the others on the console.
        await walk.Context.AddInitScriptAsync("""
            const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
            window.written = [];
            Object.defineProperty(document, 'cookie', { get: () => get.call(document), set: text => { written.push(text); set.call(document, text) } });
            """);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide('accept-all')");
        await walk.SettledAsync();
        await walk.Page.EvaluateAsync("document.cookie = '__Host-tr=1; Path=/; Secure'");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ tracker: false })");
        await walk.SettledAsync();

        var written = await walk.Page.EvaluateAsync<string[]>("written.filter(text => text.startsWith('__') && text.includes('Max-Age=0'))");

        Assert.Equal(
            ["__Host-tr=; Max-Age=0; Path=/; Secure", "__Host-tr=; Max-Age=0; Path=/; Secure; Partitioned"],
            written.Where(text => text.StartsWith("__Host-", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
        Assert.Contains(written, text => text.StartsWith("__Secure-", StringComparison.Ordinal));
        Assert.All(written, text => Assert.Contains("; Secure", text, StringComparison.Ordinal));
        Assert.DoesNotContain(await walk.Context.CookiesAsync(), cookie => cookie.Name == "__Host-tr");
    }

    [Theory]
    [InlineData("() => { throw new Error('expected') }", "expected")]
    [InlineData("() => new Promise(() => {})", null)]
    [InlineData("() => Promise.reject(new Error('expected'))", "expected")]
    [InlineData("42", "is not a function")]
    public async Task A_vendors_function_that_fails_or_never_ends_stops_nothing(string stop, string? error)
    {
        await using var walk = await StartAsync();
        await walk.Page.EvaluateAsync($"() => {{ tracker.stop = {stop} }}");

        await WithdrawAsync(walk);

        Assert.DoesNotContain(await walk.Context.CookiesAsync(), cookie => cookie.Name.StartsWith("tr", StringComparison.Ordinal));
        Assert.Equal(error is null ? 0 : 1, walk.Errors.Count);
        Assert.All(walk.Errors, text => Assert.Contains(error!, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_left_before_all_is_cleared_leaves_the_rest_to_the_next()
    {
        await using var walk = await StartAsync();
        // On the page that follows, a database lies there again, and the list of databases never comes, nor does the end of patience.
        await walk.Context.AddInitScriptAsync("""
            if (sessionStorage.getItem('ic_clear') && location.pathname != '/') {
              indexedDB.open('tr_late').onsuccess = event => { event.target.result.close(); window.late = true };
              indexedDB.databases = () => new Promise(() => {});
              const wait = setTimeout;
              window.setTimeout = (then, time) => time == 1000 ? 0 : wait(then, time);
            }
            """);
        await walk.MarkDocumentAsync();
        await RejectAsync(walk);
        await walk.Page.WaitForFunctionAsync("() => !window.marked && window.late && innovexusConsent.settled.then(() => true)");

        await walk.OpenAsync("/");

        await walk.Page.WaitForFunctionAsync("() => !sessionStorage.getItem('ic_clear')");
        Assert.Equal("", string.Join(", ", await LeftAsync(walk)));
    }

    [Fact]
    public async Task Closed_storage_stops_nothing()
    {
        await using var walk = await Walk.StartAsync(chromium, Origin);
        await walk.Context.AddInitScriptAsync("""
            for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
              Object.defineProperty(window, name, { get() { throw new DOMException('Closed', 'SecurityError') } });
            }
            """);
        await walk.OpenAsync("/tracker");
        await walk.ChooseAsync("Accept all");
        await walk.Page.EvaluateAsync("() => { tracker.stop = () => {} }");
        await walk.MarkDocumentAsync();

        // What is said after the reload is carried in storage, too, so nothing is said here.
        await RejectAsync(walk);
        await walk.Page.WaitForFunctionAsync("() => !window.marked");
        await walk.SettledAsync();

        Assert.DoesNotContain(await walk.Context.CookiesAsync(), cookie => cookie.Name.StartsWith("tr", StringComparison.Ordinal));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Allowed_again_in_the_same_document_nothing_runs_a_second_time()
    {
        await using var walk = await Walk.StartAsync(chromium, Origin);
        await walk.OpenAsync("/page-b");
        await walk.ChooseAsync("Accept all");
        var ran = await walk.RanAsync();
        await walk.MarkDocumentAsync();
        // Offline a withdrawal does not reload.
        await walk.Context.SetOfflineAsync(true);
        await walk.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");
        await walk.SettledAsync();
        Assert.False(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('one')"));
        await walk.Context.SetOfflineAsync(false);

        await walk.Page.EvaluateAsync("innovexusConsent.decide('accept-all')");
        await walk.SettledAsync();

        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal(ran, await walk.RanAsync());
    }

    private async Task<Walk> StartAsync(string? url = null)
    {
        var walk = await Walk.StartAsync(chromium, url ?? Origin);
        await walk.OpenAsync("/tracker/deep/page");
        await walk.ChooseAsync("Accept all");
        return walk;
    }

    private static async Task RejectAsync(Walk walk)
    {
        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
    }

    private static async Task WithdrawAsync(Walk walk)
    {
        await RejectAsync(walk);
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
        await walk.SettledAsync();
    }

    // Each name for the host and both its domains, for each part of the path, by script and by the server; a neighbour of each.
    private async Task StoreAsync(Walk walk)
    {
        await walk.Page.EvaluateAsync("""
            async () => {
                for (const name of ['tr', 'tr_p', 'other', 'xtr', 'trx', 'TR', 'ttr_p']) {
                    for (const domain of ['', '; Domain=www.app.localhost', '; Domain=app.localhost']) {
                        for (const path of ['/', '/tracker', '/tracker/', '/tracker/deep', '/tracker/deep/page']) document.cookie = `${name}=1; Path=${path}${domain}`;
                    }
                }
                document.cookie = 'tr_secure=1; Path=/; Secure';
                document.cookie = 'tr_secure=1; Path=/tracker/deep; Secure; Domain=app.localhost';
                document.cookie = 'tr_elsewhere=1; Path=/vendor';
                document.cookie = 'other_elsewhere=1; Path=/vendor';
                document.cookie = '__Host-tr=1; Path=/; Secure';
                document.cookie = '__Host-other=1; Path=/; Secure';
                for (const storage of [localStorage, sessionStorage]) for (const name of ['tr', 'tr_p', 'other', 'trx']) storage.setItem(name, 1);
                for (const name of ['tr_p', 'other']) {
                    (await new Promise((resolve, reject) => {
                        const request = indexedDB.open(name);
                        request.onsuccess = () => resolve(request.result);
                        request.onerror = reject;
                    })).close();
                    await caches.open(name);
                }
                await navigator.serviceWorker.register('/vendor/worker/worker.js', { scope: '/vendor/worker/tr' });
                await navigator.serviceWorker.register('/vendor/worker/worker.js', { scope: '/vendor/worker/' });
                const set = [
                    ['tr_http', 'Path=/; HttpOnly'], ['tr_http', 'Path=/tracker/deep; HttpOnly'], ['tr_http', 'Path=/; HttpOnly; Domain=app.localhost'],
                    ['tr_deep', 'Path=/tracker/deep; HttpOnly'], ['tr_pattern', 'Path=/; HttpOnly'], ['tr_path', 'Path=/vendor; HttpOnly'], ['__Secure-tr', 'Path=/; HttpOnly; Secure; Domain=app.localhost'],
                    ['other_http', 'Path=/; HttpOnly'], ['__Secure-other', 'Path=/; HttpOnly; Secure'],
                ];
                for (const [name, attributes] of set) await fetch(`/vendor/set?${name}=${encodeURIComponent(attributes)}`);
            }
            """);
    }

    /// <summary>What the tracker declares and is still there.</summary>
    private static async Task<string[]> LeftAsync(Walk walk) => [.. (await StoredAsync(walk)).Where(IsDeclared)];

    private static async Task<string[]> KeptAsync(Walk walk) => [.. (await StoredAsync(walk)).Where(item => !IsDeclared(item))];

    private static bool IsDeclared(string item) => item.Split(' ') is [var kind, var name, ..] && kind switch
    {
        "cookie" => name is "tr" or "__Host-tr" or "__Secure-tr" || name.StartsWith("tr_", StringComparison.Ordinal),
        "worker" => name.StartsWith("/vendor/worker/", StringComparison.Ordinal),
        // The session's "tr" is nobody's: only its pattern is declared.
        "session" => name.StartsWith("tr_", StringComparison.Ordinal),
        _ => name == "tr" || name.StartsWith("tr_", StringComparison.Ordinal),
    };

    private static string[] Expected()
    {
        string[] names = ["other", "xtr", "trx", "TR", "ttr_p"];
        var cookies =
            from name in names
            from domain in new[] { "www.app.localhost", ".www.app.localhost", ".app.localhost" }
            from path in new[] { "/", "/tracker", "/tracker/", "/tracker/deep", "/tracker/deep/page" }
            select $"cookie {name} {domain}{path}";
        string[] others =
        [
            "cookie other_elsewhere www.app.localhost/vendor", "cookie __Host-other www.app.localhost/", "cookie other_http www.app.localhost/",
            "cookie __Secure-other www.app.localhost/", "cookie ic_consent www.app.localhost/",
            "local other", "local trx", "session other", "session tr", "session trx", "database other", "cache other",
        ];
        return [.. cookies.Concat(others).Order(StringComparer.Ordinal)];
    }

    private static async Task<string[]> StoredAsync(Walk walk)
    {
        var cookies = (await walk.Context.CookiesAsync()).Where(cookie => !cookie.Name.StartsWith(".AspNetCore", StringComparison.Ordinal)).Select(cookie => $"cookie {cookie.Name} {cookie.Domain}{cookie.Path}");
        var stored = await walk.Page.EvaluateAsync<string[]>("""
            async () => [
                ...Object.keys(localStorage).map(name => `local ${name}`),
                ...Object.keys(sessionStorage).filter(name => name != 'stopped').map(name => `session ${name}`),
                ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
                ...(await caches.keys()).map(name => `cache ${name}`),
                ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${new URL(scope).pathname}`),
            ]
            """);
        return [.. cookies.Concat(stored).Order(StringComparer.Ordinal)];
    }
}
