using OpenQA.Selenium;
using OpenQA.Selenium.Remote;

namespace Innovexus.Consent.Engines.Tests;

internal sealed class WebKitTab(WebKitVisitor visitor, string handle) : ITab
{
    public Task GoAsync(string url) => DoAsync(driver =>
    {
        driver.Navigate().GoToUrl(url);
        return true;
    });

    public Task<string> EvaluateAsync(string expression) => DoAsync(driver => (string)driver.ExecuteScript($"return {expression}")!);

    public Task ClickAsync(string selector) => DoAsync(driver =>
    {
        driver.FindElement(By.CssSelector(selector)).Click();
        return true;
    });

    public Task CloseAsync() => DoAsync(driver =>
    {
        driver.Close();
        return true;
    });

    private Task<T> DoAsync<T>(Func<RemoteWebDriver, T> command) => visitor.DoAsync(driver =>
    {
        driver.SwitchTo().Window(handle);
        return command(driver);
    });
}
