using Bunit;
using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent.Tests;

public class ConsentEmbedTests : BunitContext
{
    [Fact]
    public void Frame_is_inert_and_a_placeholder_of_its_size_stands_over_it()
    {
        new FakePage().In(this);

        var frame = Frame(parameters => parameters.Add(each => each.Width, 640).Add(each => each.Height, 360).AddUnmatched("allow", "fullscreen").AddUnmatched("class", "wide"));

        var element = frame.Find("iframe");
        Assert.False(element.HasAttribute("src"));
        Assert.Equal(("chat", "https://chat.example/embed", "Talk to us"), (element.GetAttribute("data-ic"), element.GetAttribute("data-ic-src"), element.GetAttribute("title")));
        Assert.Equal(("640", "360", "fullscreen"), (element.GetAttribute("width"), element.GetAttribute("height"), element.GetAttribute("allow")));
        Assert.False(element.HasAttribute("class"));
        Assert.Equal("0 0 640 360", frame.Find("svg").GetAttribute("viewBox"));
        Assert.Equal("ic ic-embed wide", frame.Find("[data-ic-embed]").ClassName);
        Assert.Empty(frame.FindAll("noscript"));
        // Many sites' style sheets make this final, and then nothing of ours would be seen.
        Assert.Empty(frame.FindAll("[hidden]"));
    }

    [Fact]
    public void Empty_text_counts_as_not_set()
    {
        new FakePage().In(this);

        var frame = Render<ConsentFrame>(parameters => parameters
            .Add(each => each.Consent, "functional").Add(each => each.Src, "https://chat.example/embed").Add(each => each.Href, " ").Add(each => each.Poster, "")
            .Add(each => each.Title, "Talk to us"));

        Assert.Equal("functional", frame.Find("iframe").GetAttribute("data-ic"));
        Assert.Equal("functional", frame.Find("input[name=grant]").GetAttribute("value"));
        Assert.Contains("This belongs to “", frame.Find("form").TextContent, StringComparison.Ordinal);
        Assert.Equal("https://chat.example/embed", frame.Find("a").GetAttribute("href"));
        Assert.Empty(frame.FindAll("img"));
    }

    [Fact]
    public void Placeholder_names_vendor_meaning_and_places_and_offers_both_ways()
    {
        var registry = Registries.Build(options => Registries.Vendor(options, "chat", "functional", VendorRole.ThirdParty, vendor =>
        {
            vendor.Countries = ["US", "IE"];
            vendor.Transfer = "SCC";
            vendor.PolicyUrl = "https://chat.example/privacy";
        }));
        new FakePage { Registry = registry, State = Decisions.Evaluate(null, registry) }.In(this);

        var frame = Frame(parameters => parameters.Add(each => each.Href, "https://www.chat.example/"));

        var text = frame.Find("form").TextContent;
        Assert.Contains("Talk to us", text, StringComparison.Ordinal);
        Assert.Contains("Loading it tells chat Inc. your IP address", text, StringComparison.Ordinal);
        Assert.Contains("United States, Ireland (SCC)", text, StringComparison.Ordinal);
        Assert.Equal(["Load once: Talk to us", "Always allow: Talk to us"], frame.FindAll("button").Select(button => button.GetAttribute("aria-label")));
        Assert.Equal(("grant", "chat"), (frame.Find("input").GetAttribute("name"), frame.Find("input").GetAttribute("value")));
        Assert.Equal(["https://chat.example/privacy", "https://www.chat.example/"], frame.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Open on www.chat.example", frame.FindAll("a")[1].TextContent);
    }

    [Fact]
    public void Granted_frame_is_the_same_and_is_there_without_script()
    {
        new FakePage { State = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll)) }.In(this);

        var frame = Frame();

        Assert.False(frame.Find("iframe[data-ic]").HasAttribute("src"));
        var live = frame.Find("noscript > iframe");
        Assert.Equal(("https://chat.example/embed", "lazy"), (live.GetAttribute("src"), live.GetAttribute("loading")));
        Assert.False(live.HasAttribute("data-ic"));
    }

    [Fact]
    public void Locked_frame_says_why_and_offers_nothing()
    {
        new FakePage { State = Decisions.Evaluate(null, facts: new() { GlobalPrivacyControl = true }) }.In(this);

        var frame = Frame(vendor: "ads");

        Assert.Empty(frame.FindAll("button"));
        Assert.Contains("opt-out preference signal", frame.Find("form").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_id_is_reported_and_offers_nothing()
    {
        var page = new FakePage().In(this);

        var frame = Frame(vendor: "chatt");

        Assert.Equal(["chatt"], page.Mistakes.Select(mistake => mistake.Split('\'')[1]));
        Assert.Empty(frame.FindAll("button"));
        Assert.Contains("not available", frame.Find("form").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" ")]
    public void Frame_without_a_title_names_the_fix(string? title)
    {
        new FakePage().In(this);

        Assert.Contains("Title=", Assert.Throws<InvalidOperationException>(() => Frame(title: title)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Contradictions_name_the_fix()
    {
        new FakePage().In(this);

        Assert.Contains("<ConsentFrame Consent=", Assert.Throws<InvalidOperationException>(() => Frame(vendor: "")).Message, StringComparison.Ordinal);
        Assert.Contains("needs Src", Message(_ => { }, src: ""), StringComparison.Ordinal);
        Assert.Contains("'srcdoc', which loads content", Message(parameters => parameters.AddUnmatched("srcdoc", "<p>")), StringComparison.Ordinal);
        Assert.Contains("'SrcSet', which loads content", Message(parameters => parameters.AddUnmatched("SrcSet", "a 1x")), StringComparison.Ordinal);
        Assert.Contains("positive Width and Height", Message(parameters => parameters.Add(each => each.Width, 0)), StringComparison.Ordinal);

        string Message(Action<ComponentParameterCollectionBuilder<ConsentFrame>> more, string src = "/a") => Assert.Throws<InvalidOperationException>(() => Frame(more, src: src)).Message;
    }

    [Fact]
    public void Category_stands_for_its_vendors()
    {
        new FakePage().In(this);

        var frame = Render<ConsentFrame>(parameters => parameters.Add(each => each.Consent, "functional").Add(each => each.Src, "/map.html").Add(each => each.Title, "Map"));

        Assert.Contains("“Functional”", frame.Find("form").TextContent, StringComparison.Ordinal);
        Assert.Equal("functional", frame.Find("input[name=grant]").GetAttribute("value"));
        Assert.Empty(frame.FindAll("a"));
    }

    [Fact]
    public void Image_that_conveys_something_has_a_placeholder()
    {
        new FakePage().In(this);

        var image = Image("Where we are", 300, 200);

        Assert.False(image.Find("img").HasAttribute("src"));
        Assert.Equal("Where we are", image.Find("img").GetAttribute("alt"));
        Assert.Equal("0 0 300 200", image.Find("svg").GetAttribute("viewBox"));
        Assert.Equal(2, image.FindAll("button").Count);
    }

    [Fact]
    public void Pixel_has_none()
    {
        new FakePage().In(this);

        Image("", null, null).MarkupMatches("""<img alt="" data-ic="chat" data-ic-src="https://chat.example/pixel.gif" />""");
    }

    [Fact]
    public void Image_without_alt_or_size_names_the_fix()
    {
        new FakePage().In(this);

        Assert.Contains("Alt=\"\"", Assert.Throws<InvalidOperationException>(() => Image(null, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("Width and Height", Assert.Throws<InvalidOperationException>(() => Image("Map", 300, null)).Message, StringComparison.Ordinal);
    }

    private IRenderedComponent<ConsentFrame> Frame(
        Action<ComponentParameterCollectionBuilder<ConsentFrame>>? more = null, string? vendor = "chat", string? src = "https://chat.example/embed", string? title = "Talk to us") =>
        Render<ConsentFrame>(parameters =>
        {
            parameters.Add(each => each.Consent, vendor).Add(each => each.Src, src).Add(each => each.Title, title);
            more?.Invoke(parameters);
        });

    private IRenderedComponent<ConsentImage> Image(string? alt, int? width, int? height) => Render<ConsentImage>(parameters => parameters
        .Add(each => each.Consent, "chat").Add(each => each.Src, "https://chat.example/pixel.gif").Add(each => each.Alt, alt).Add(each => each.Width, width).Add(each => each.Height, height));
}
