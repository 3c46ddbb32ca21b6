using Bunit;

namespace Innovexus.Consent.Tests;

public class ConsentScriptTests : BunitContext
{
    [Fact]
    public void Renders_inert_whatever_the_state()
    {
        foreach (var decision in new[] { null, Decisions.Decide(ConsentChoice.AcceptAll), Decisions.Decide(ConsentChoice.RejectAll) })
        {
            using var context = new BunitContext();
            new FakePage { State = Decisions.Evaluate(decision) }.In(context);

            var script = context.Render<ConsentScript>(parameters => parameters
                .Add(component => component.Consent, "stats")
                .Add(component => component.Src, "https://stats.example/script.js")
                .AddUnmatched("integrity", "sha384-x")
                .AddUnmatched("crossorigin", "anonymous")
                .AddUnmatched("async", true)).Find("script");

            Assert.Equal("text/plain", script.GetAttribute("type"));
            Assert.Equal("stats", script.GetAttribute("data-ic"));
            Assert.Equal("https://stats.example/script.js", script.GetAttribute("src"));
            Assert.Equal("ic:" + script.GetAttribute("data-ic-key"), script.GetAttribute("data-permanent"));
            Assert.Equal("sha384-x", script.GetAttribute("integrity"));
            Assert.Equal("anonymous", script.GetAttribute("crossorigin"));
            Assert.True(script.HasAttribute("async"));
            Assert.False(script.HasAttribute("data-ic-run"));
        }
    }

    [Fact]
    public void Inline_code_stands_as_it_is()
    {
        new FakePage().In(this);

        var script = Render<ConsentScript>(parameters => parameters
            .Add(component => component.Consent, "analytics")
            .Add(component => component.Code, "if (1 < 2 && 'a') run()")
            .Add(component => component.Type, "module")
            .Add(component => component.Run, ScriptRun.EachNavigation)).Find("script");

        Assert.Equal("if (1 < 2 && 'a') run()", script.TextContent);
        Assert.Equal("module", script.GetAttribute("data-ic-type"));
        Assert.Equal("navigation", script.GetAttribute("data-ic-run"));
    }

    [Theory]
    [InlineData("document.write('</SCRIPT>')", "document.write('<\\/SCRIPT>')")]
    [InlineData("x = '<!-- <Script>'", "x = '<!-- \\u003CScript>'")]
    [InlineData("<!-- an old habit\nrun()\n//-->", "<!-- an old habit\nrun()\n//-->")]
    [InlineData("x = '<script>'", "x = '<script>'")]
    public void Code_neither_ends_nor_swallows_its_element(string code, string written)
    {
        new FakePage().In(this);

        var script = Render<ConsentScript>(parameters => parameters.Add(component => component.Consent, "stats").Add(component => component.Code, code)).Find("script");

        Assert.Equal(written, script.TextContent);
    }

    [Theory]
    [InlineData("text/template", "<!-- a --><script>x</script>", "<!-- a --><script>x<\\/script>")]
    [InlineData("text/template", "<!-- <script>x</script> -->", "<!-- <script>x<\\/script> -->")]
    [InlineData("application/json", "{\"a\":\"<!-- <script> -->\"}", "{\"a\":\"<!-- <script> -->\"}")]
    [InlineData("application/json", "{\"a\":\"<!-- <script>\"}", "{\"a\":\"<!-- \\u003Cscript>\"}")]
    [InlineData("text/template", "<script> <!-- <script>", "<script> <!-- \\u003Cscript>")]
    [InlineData("text/javascript", "x = '<!-- --><script>'", "x = '<!-- -->\\u003Cscript>'")]
    [InlineData("MODULE", "x = '<!-- --><script>'", "x = '<!-- -->\\u003Cscript>'")]
    public void Data_stays_as_it_is_except_what_would_end_or_swallow_its_element(string type, string code, string written)
    {
        new FakePage().In(this);

        var script = Render<ConsentScript>(parameters => parameters
            .Add(component => component.Consent, "stats").Add(component => component.Type, type).Add(component => component.Code, code)).Find("script");

        Assert.Equal(written, script.TextContent);
    }

    [Theory]
    [InlineData("analytics")]
    [InlineData("stats")]
    public void Its_consent_is_that_to_a_vendor_or_a_category(string id)
    {
        new FakePage().In(this);

        var script = Render<ConsentScript>(parameters => parameters
            .Add(component => component.Consent, id).Add(component => component.Src, "/x.js").Add(component => component.Key, "")).Find("script");

        Assert.Equal(id, script.GetAttribute("data-ic"));
        Assert.Equal(GateKey.Of(id, "/x.js"), script.GetAttribute("data-ic-key"));
    }

    [Fact]
    public void A_type_among_further_attributes_cannot_make_it_live()
    {
        new FakePage().In(this);

        var script = Render<ConsentScript>(parameters => parameters
            .Add(component => component.Consent, "stats")
            .Add(component => component.Src, "/x.js")
            .Add(component => component.AdditionalAttributes, new Dictionary<string, object> { ["type"] = "text/javascript", ["data-ic"] = "necessary" })).Find("script");

        Assert.Equal("text/plain", script.GetAttribute("type"));
        Assert.Equal("stats", script.GetAttribute("data-ic"));
    }

    [Fact]
    public void The_key_follows_id_and_content_and_nothing_else()
    {
        Assert.Equal(GateKey.Of("stats", "/x.js"), GateKey.Of("stats", "/x.js"));
        Assert.NotEqual(GateKey.Of("stats", "/x.js"), GateKey.Of("stats", "/y.js"));
        Assert.NotEqual(GateKey.Of("stats", "/x.js"), GateKey.Of("ads", "/x.js"));
    }

    [Fact]
    public void An_unknown_id_is_reported_with_the_nearest_or_with_what_there_is()
    {
        var page = new FakePage().In(this);

        Render<ConsentScript>(parameters => parameters.Add(component => component.Consent, "statz").Add(component => component.Src, "/x.js"));
        Render<ConsentScript>(parameters => parameters.Add(component => component.Consent, "x").Add(component => component.Src, "/x.js"));
        Render<ConsentScript>(parameters => parameters.Add(component => component.Consent, "stats").Add(component => component.Src, "/x.js"));

        Assert.Equal(["statz", "x"], page.Mistakes.Select(mistake => mistake.Split('\'')[1]));
        Assert.Contains("Did you mean 'stats'?", page.Mistakes[0], StringComparison.Ordinal);
        Assert.Contains($"Declared are: {string.Join(", ", Registries.Site.Ids)}.", page.Mistakes[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/x.js", null, "<ConsentScript Consent=\"plausible\"")]
    [InlineData("", "/x.js", null, "<ConsentScript Consent=\"plausible\"")]
    [InlineData(" ", "/x.js", null, "<ConsentScript Consent=\"plausible\"")]
    [InlineData("stats", null, null, "either Src or Code")]
    [InlineData("stats", "/x.js", "run()", "either Src or Code")]
    public void Contradicting_parameters_say_what_to_write(string? consent, string? src, string? code, string fix)
    {
        new FakePage().In(this);

        var exception = Assert.Throws<InvalidOperationException>(() => Render<ConsentScript>(parameters => parameters
            .Add(component => component.Consent, consent)
            .Add(component => component.Src, src)
            .Add(component => component.Code, code)));

        Assert.Contains(fix, exception.Message, StringComparison.Ordinal);
    }
}
