using Bunit;
using Innovexus.Consent.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

public class FakeConsentServiceTests
{
    [Fact]
    public async Task Listeners_hear_what_the_visitor_decides()
    {
        var consent = new FakeConsentService("plausible");
        var heard = new List<string>();
        using var throwing = consent.OnChange(_ => throw new InvalidOperationException("the site's own"));
        using var listener = consent.OnChange(state =>
        {
            heard.Add($"{state.IsGranted("plausible")} {state.IsGranted("chat")}");
            return Task.CompletedTask;
        });

        await consent.GrantAsync("chat");
        await consent.RefuseAsync("plausible");
        await consent.ChangeAsync(TestConsentState.Granting());

        Assert.Equal(["True True", "False True", "False False"], heard);
    }

    [Fact]
    public async Task What_the_code_under_test_decides_counts_and_is_recorded()
    {
        var consent = new FakeConsentService("plausible");
        IConsentService service = consent;

        var state = await service.DecideAsync(ConsentChoice.RejectAll);

        Assert.False(state.IsGranted("plausible"));
        Assert.Equal([ConsentChoice.RejectAll], consent.Choices);
        await Assert.ThrowsAsync<OperationCanceledException>(() => service.DecideAsync(ConsentChoice.AcceptAll, new CancellationToken(canceled: true)));
        Assert.Single(consent.Choices);
    }

    [Fact]
    public async Task With_a_sites_registry_a_mistyped_id_is_named()
    {
        await using var host = await Host.StartAsync();
        var consent = new FakeConsentService(host.Services.GetRequiredService<ConsentRegistry>(), "ads");

        await consent.GrantAsync("stats");

        Assert.True(consent.State.IsGranted("stats") && consent.State.IsGranted("ads"));
        await Assert.ThrowsAsync<ArgumentException>(() => consent.GrantAsync("statz"));
    }

    [Fact]
    public async Task Components_follow_it()
    {
        await using var context = new BunitContext();
        var consent = context.Services.AddFakeConsent("plausible");
        context.SetRendererInfo(new("Server", isInteractive: true));
        var view = context.Render<ConsentView>(parameters => parameters
            .Add(each => each.Consent, "plausible")
            .Add(each => each.Granted, _ => "<p>yes</p>")
            .Add(each => each.Denied, _ => "<p>no</p>"));
        var script = context.Render<ConsentScript>(parameters => parameters.Add(each => each.Consent, "plausible").Add(each => each.Src, "/x.js"));
        var cascaded = context.Render<Cascaded>();
        Assert.Equal("yes", view.Find("p").TextContent);
        Assert.Equal("plausible", script.Find("script").GetAttribute("data-ic"));
        Assert.Equal("True", cascaded.Markup);

        await context.Renderer.Dispatcher.InvokeAsync(() => consent.RefuseAsync("plausible"));

        Assert.Equal("no", view.Find("p").TextContent);
        Assert.Equal("False", cascaded.Markup);
    }

    private sealed class Cascaded : ComponentBase
    {
        [CascadingParameter]
        public ConsentState State { get; set; } = default!;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, State.IsGranted("plausible"));
    }
}
