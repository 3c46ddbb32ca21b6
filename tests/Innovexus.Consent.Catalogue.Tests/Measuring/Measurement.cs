using Microsoft.Playwright;

namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>Takes visitors through a site with an SDK, and notes where it and its entry differ.</summary>
internal sealed class Measurement(IBrowser browser, Stub stub, VendorSite site)
{
    private readonly Entry _entry = new(site.Vendor);
    private readonly Findings _findings = new();

    public async Task<Findings> RunAsync()
    {
        await RefuseAsync();
        await GrantAndWithdrawAsync();
        if (Lab.IsLong)
        {
            await WaitUndecidedAsync();
            await StayLongAsync();
            await WanderAsync();
            await ReturnAsync();
        }

        return _findings;
    }

    private async Task RefuseAsync()
    {
        await using var visit = await Visit.StartAsync(browser, site);
        await visit.OpenAsync("/undecided");
        await NothingAsync(visit, "before a choice");
        await visit.ChooseAsync("Reject all");
        await NothingAsync(visit, "after Reject all");
        await visit.OpenAsync("/refused");
        await NothingAsync(visit, "on the page after Reject all");
    }

    private async Task GrantAndWithdrawAsync()
    {
        await using var visit = await Visit.StartAsync(browser, site);
        await visit.OpenAsync("/granting");
        await visit.ChooseAsync("Accept all");
        await visit.SendAsync();
        await DeclaredAsync(visit);
        await visit.OpenAsync("/granted");
        await visit.SendAsync();
        await DeclaredAsync(visit);

        var marks = _entry.Marks().Where(mark => mark.Kind is StorageKind.Cookie or StorageKind.LocalStorage or StorageKind.SessionStorage).ToArray();
        foreach (var mark in marks)
        {
            await visit.PlantAsync(mark);
        }

        await visit.WithdrawAsync();
        await ClearedAsync(visit, "after a withdrawal");
        marks = [.. marks, .. (await visit.StoredAsync()).Where(_entry.IsOptOut)];
        await visit.OpenAsync("/withdrawn");
        await ClearedAsync(visit, "on the page after a withdrawal");
        var kept = await visit.StoredAsync();
        _findings.Objections.UnionWith(marks.Where(mark => !kept.Any(stored => stored.Kind == mark.Kind && stored.Name == mark.Name)).Select(mark => mark.ToString()));
        NoRequests("/withdrawn");
        Origins(visit);
    }

    private async Task WaitUndecidedAsync()
    {
        await using var visit = await Visit.StartAsync(browser, site);
        await visit.Context.Clock.InstallAsync();
        await visit.OpenAsync("/undecided");
        await visit.Context.Clock.FastForwardAsync((long)TimeSpan.FromDays(1).TotalMilliseconds);
        await NothingAsync(visit, "a day later, without a choice");
    }

    // Timers come due, sessions end, and the visitor is still there.
    private async Task StayLongAsync()
    {
        await using var visit = await Visit.StartAsync(browser, site);
        await visit.Context.Clock.InstallAsync();
        await visit.OpenAsync("/granting");
        await visit.ChooseAsync("Accept all");
        await visit.SendAsync();
        foreach (var minutes in new[] { 1, 31, 300 })
        {
            await visit.Context.Clock.FastForwardAsync((long)TimeSpan.FromMinutes(minutes).TotalMilliseconds);
            await visit.EventAsync();
            await DeclaredAsync(visit);
        }

        await visit.WithdrawAsync();
        await ClearedAsync(visit, "after a withdrawal, later");
        await visit.Context.Clock.FastForwardAsync((long)TimeSpan.FromDays(1).TotalMilliseconds);
        await ClearedAsync(visit, "a day after a withdrawal");
        await visit.OpenAsync("/withdrawn");
        await visit.Context.Clock.FastForwardAsync((long)TimeSpan.FromDays(1).TotalMilliseconds);
        await ClearedAsync(visit, "on a page that stayed open after a withdrawal");
        NoRequests("/withdrawn");
        Origins(visit);
    }

    // Reload, leave and come back, another tab.
    private async Task WanderAsync()
    {
        await using var visit = await Visit.StartAsync(browser, site);
        await visit.OpenAsync("/granting");
        await visit.ChooseAsync("Accept all");
        await visit.SendAsync();
        await visit.ReloadAsync();
        await visit.SendAsync();
        await DeclaredAsync(visit);
        await visit.LeaveAndReturnAsync();
        await visit.SendAsync();
        await DeclaredAsync(visit);

        var tab = await visit.NewTabAsync();
        await tab.OpenAsync("/tab");
        await tab.SendAsync();
        await DeclaredAsync(tab);
        await visit.WithdrawAsync();
        await tab.OpenAsync("/withdrawn");
        await ClearedAsync(tab, "in a second tab, on its next page after a withdrawal in the first");
        await visit.LeaveAndReturnAsync();
        await ClearedAsync(visit, "after a withdrawal, having left and come back");
        NoRequests("/withdrawn");
        Origins(visit);
    }

    // Granted, withdrawn and granted again: nobody may be recognised by what was there before.
    private async Task ReturnAsync()
    {
        await using var other = await Visit.StartAsync(browser, site);
        await other.OpenAsync("/granting");
        await other.ChooseAsync("Accept all");
        await other.SendAsync();
        var common = await other.ValuesAsync();

        await using var visit = await Visit.StartAsync(browser, site);
        await visit.OpenAsync("/granting");
        await visit.ChooseAsync("Accept all");
        await visit.SendAsync();
        var before = await visit.ValuesAsync();
        await visit.WithdrawAsync();
        await visit.OpenAsync("/again");
        await visit.GrantAsync();
        await visit.SendAsync();
        var again = await visit.ValuesAsync();
        _findings.Left.UnionWith(again.Keys.Intersect(before.Keys).Except(common.Keys).Select(value => $"{again[value]} has {value} again, after a withdrawal and a new grant"));
    }

    private async Task NothingAsync(Visit visit, string when)
    {
        _findings.WithoutGrant.UnionWith((await visit.StoredAsync()).Select(stored => $"{stored} {when}"));
        _findings.WithoutGrant.UnionWith(visit.Requests.Where(request => IsForeign(request) || request == $"{site.Url}/sdk.js").Select(request => $"{request} {when}"));
    }

    private async Task DeclaredAsync(Visit visit)
    {
        foreach (var stored in await visit.StoredAsync())
        {
            _findings.Seen.Add(stored.Days is { } days ? $"{stored} for {days:0.##} days" : stored.ToString());
            if (!_entry.Declares(stored))
            {
                _findings.Undeclared.Add(stored.ToString());
            }
            else if (_entry.StaysLonger(stored))
            {
                _findings.Undeclared.Add($"{stored} for {stored.Days:0.##} days");
            }
        }
    }

    // A deletion may still be under way: a database's waits until nobody has it open.
    private async Task ClearedAsync(Visit visit, string when)
    {
        Stored[] left = [];
        var end = DateTime.UtcNow.AddSeconds(5);
        do
        {
            left = [.. (await visit.StoredAsync()).Where(stored => !_entry.IsOptOut(stored))];
        }
        while (left.Length > 0 && DateTime.UtcNow < end);

        _findings.Left.UnionWith(left.Select(stored => $"{stored} {when}{(_entry.Declares(stored) ? "" : ", which is not declared")}"));
    }

    private void NoRequests(string page) =>
        _findings.Left.UnionWith(stub.RequestsOf(site).Where(request => request.From == site.Url + page).Select(request => $"{request.Method} {request.Url} from {page}"));

    private void Origins(Visit visit)
    {
        var asked = visit.Requests.Where(IsForeign).Concat(stub.RequestsOf(site).Select(request => request.Url)).Select(url => new Uri(url))
            // Stands for a server of the site's own, which it declares itself.
            .Where(address => !address.Host.EndsWith(".test", StringComparison.Ordinal));
        foreach (var address in asked)
        {
            _findings.Seen.Add(address.GetLeftPart(UriPartial.Authority));
            if (!_entry.DeclaresOrigin(address))
            {
                _findings.Undeclared.Add(address.GetLeftPart(UriPartial.Authority));
            }
        }
    }

    private bool IsForeign(string url) => url.StartsWith("http", StringComparison.Ordinal) && !url.StartsWith($"{site.Url}/", StringComparison.Ordinal);
}
