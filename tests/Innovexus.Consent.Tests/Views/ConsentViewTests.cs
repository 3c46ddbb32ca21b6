using Bunit;

namespace Innovexus.Consent.Tests;

public class ConsentViewTests : BunitContext
{
    [Fact]
    public void Sends_only_the_branch_that_may_be_seen()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("chat"))) }.In(this);

        var granted = View("chat");
        var denied = View("stats");

        granted.MarkupMatches("""<template data-ic-view="chat" data-ic-granted></template><p>yes, Given</p>""");
        denied.MarkupMatches("""<template data-ic-view="stats"></template><p>no, Refused</p>""");
    }

    [Fact]
    public void Its_consent_may_be_that_to_a_category()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("functional"))) }.In(this);

        var view = Render<ConsentView>(parameters => parameters.Add(each => each.Consent, "functional").Add(each => each.ChildContent, verdict => $"<p>{verdict.Id}</p>"));

        Assert.Equal("functional", view.Find("p").TextContent);
    }

    [Fact]
    public void Own_content_is_what_is_granted()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("functional"))) }.In(this);

        var view = Render<ConsentView>(parameters => parameters.Add(each => each.Consent, "functional").Add(each => each.ChildContent, verdict => "<p>chat</p>"));

        Assert.Equal("chat", view.Find("p").TextContent);
    }

    [Fact]
    public void Unknown_id_is_denied_and_reported()
    {
        var page = new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll)) }.In(this);

        Assert.Equal("no, Unknown", View("statz").Find("p").TextContent);
        Assert.Equal(["statz"], page.Mistakes.Select(mistake => mistake.Split('\'')[1]));
    }

    [Fact]
    public void Contradictions_name_the_fix()
    {
        new FakePage().In(this);

        Assert.Contains("Name the vendor or the category that it needs", Assert.Throws<InvalidOperationException>(() => Render<ConsentView>()).Message, StringComparison.Ordinal);
        Assert.Contains("<Granted>", Assert.Throws<InvalidOperationException>(() => Render<ConsentView>(parameters => parameters
            .Add(each => each.Consent, "chat").Add(each => each.ChildContent, verdict => "a").Add(each => each.Granted, verdict => "b"))).Message, StringComparison.Ordinal);
    }

    private IRenderedComponent<ConsentView> View(string vendor) => Render<ConsentView>(parameters => parameters
        .Add(each => each.Consent, vendor)
        .Add(each => each.Granted, verdict => $"<p>yes, {verdict.Reason}</p>")
        .Add(each => each.Denied, verdict => $"<p>no, {verdict.Reason}</p>"));

    [Fact]
    public async Task In_an_interactive_tree_it_follows_the_visitors_choice_by_itself()
    {
        var consent = new FakeConsent(Decisions.Evaluate(null));
        new FakePage { Consent = consent }.In(this);
        SetRendererInfo(new("Server", isInteractive: true));
        var view = Render<ConsentView>(parameters => parameters
            .Add(component => component.Consent, "stats")
            .Add(component => component.Granted, verdict => $"<p>yes, {verdict.Reason}</p>")
            .Add(component => component.Denied, verdict => $"<p>no, {verdict.Reason}</p>"));
        Assert.Equal("<p>no, NotDecided</p>", view.Markup);

        await consent.ChangeAsync(Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll)));
        Assert.Equal("<p>yes, Given</p>", view.Markup);

        view.Instance.Dispose();
        await consent.ChangeAsync(Decisions.Evaluate(Decisions.Decide(ConsentChoice.RejectAll)));
        Assert.Equal("<p>yes, Given</p>", view.Markup);
    }
}
