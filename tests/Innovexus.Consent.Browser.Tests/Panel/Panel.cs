using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The development panel, as a developer finds it.</summary>
internal sealed class Panel(IPage page)
{
    public ILocator Opener => page.Locator("#ic-panel .opener");

    public ILocator Dialog => page.Locator("#ic-panel dialog");

    /// <summary>What a section says; closed sections too.</summary>
    public ILocator Section(string title) => page.Locator("#ic-panel details").Filter(new() { Has = page.Locator("summary", new() { HasText = title }) });

    public ILocator State => Section("State, and why");

    public ILocator Gates => Section("Gates of this page");

    public ILocator Undeclared => Section("Not declared");

    public ILocator Banner => Section("Why the banner comes back");

    /// <summary>Opens it, and all of its sections.</summary>
    public async Task OpenAsync()
    {
        await Opener.ClickAsync();
        await Dialog.WaitForAsync();
        await page.EvaluateAsync("() => document.querySelector('#ic-panel').shadowRoot.querySelectorAll('details').forEach(details => details.open = true)");
        await Assertions.Expect(State.Locator("li").First).ToBeVisibleAsync();
    }

    /// <summary>A line of a section, by the term that it begins with.</summary>
    public ILocator Line(ILocator section, string term) => section.Locator("li").Filter(new() { Has = page.Locator("b").GetByText(term, new() { Exact = true }) });
}
