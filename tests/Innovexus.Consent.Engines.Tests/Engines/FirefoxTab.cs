using WebDriverBiDi;
using WebDriverBiDi.BrowsingContext;
using WebDriverBiDi.Input;
using WebDriverBiDi.Script;

namespace Innovexus.Consent.Engines.Tests;

internal sealed class FirefoxTab(BiDiDriver driver, string id) : ITab
{
    public Task GoAsync(string url) => driver.BrowsingContext.NavigateAsync(new(id, url) { Wait = ReadinessState.Complete });

    public async Task<string> EvaluateAsync(string expression) => await driver.Script.EvaluateAsync(new(expression, new ContextTarget(id), false)) switch
    {
        EvaluateResultSuccess { Result: StringRemoteValue text } => text.Value,
        EvaluateResultException failure => throw new InvalidOperationException(failure.ExceptionDetails.Text),
        var other => throw new InvalidOperationException($"{expression}: {other}"),
    };

    public async Task ClickAsync(string selector)
    {
        await EvaluateAsync($"(document.querySelector(`{selector}`).scrollIntoView({{ block: 'nearest' }}), '')");
        var element = (await driver.BrowsingContext.LocateNodesAsync(new(id, new CssLocator(selector)) { MaxNodeCount = 1 })).Nodes[0];
        var pointer = new PointerSourceActions
        {
            Actions =
            {
                new PointerMoveAction { Origin = Origin.Element(element.ToSharedReference()) },
                new PointerDownAction(0),
                new PointerUpAction(0),
            },
        };
        await driver.Input.PerformActionsAsync(new(id) { Actions = { pointer } });
    }

    public async Task<byte[]> PrintAsync() => Convert.FromBase64String((await driver.BrowsingContext.PrintAsync(new(id))).Data);

    public Task CloseAsync() => driver.BrowsingContext.CloseAsync(new(id));
}
