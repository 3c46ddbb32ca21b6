using Innovexus.Consent.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

public class ConsentMarkupTests
{
    private const string Accept = """<button class="b x" name="action" value="accept-all">Yes</button>""";

    [Fact]
    public async Task The_librarys_own_banner_passes()
    {
        await using var host = await Host.StartAsync();

        ConsentMarkup.EnsureEqualChoices(await host.Browser().GetStringAsync("/page"));
    }

    [Theory]
    [InlineData("""<button class="x b" name="action" value="reject-all">No</button>""")]
    [InlineData("""<p><button class="b x" type="submit" name="action" value="reject-all"><b>No</b></button></p>""")]
    public void Equal_choices_pass(string reject) => ConsentMarkup.EnsureEqualChoices(Accept + reject);

    [Theory]
    [InlineData("", "1 elements accept, and 0 refuse")]
    [InlineData("""<a class="b x" name="action" value="reject-all" href="/no">No</a>""", "accepting is <button> and refusing is <a>")]
    [InlineData("""<button type="button" class="b x" name="action" value="reject-all">No</button>""", "accepting is <button> and refusing is <button> of type button")]
    [InlineData("""<button class="link" name="action" value="reject-all">No</button>""", "accepting has the classes 'b x' and refusing 'link'")]
    [InlineData("""<button class="b x" style="opacity: .5" name="action" value="reject-all">No</button>""", "refusing 'opacity: .5'")]
    [InlineData("""<details><summary>More</summary><button class="b x" name="action" value="reject-all">No</button></details>""", "accepting is 0 steps away and refusing 1")]
    [InlineData("""<dialog><details><button class="b x" name="action" value="reject-all">No</button></details></dialog>""", "refusing 2")]
    [InlineData("""<div hidden><button class="b x" name="action" value="reject-all">No</button></div>""", "refusing 1")]
    [InlineData("""<button class="b x" tabindex="-1" name="action" value="reject-all">No</button>""", "refusing is not reached by the keyboard")]
    [InlineData("""<fieldset disabled><button class="b x" name="action" value="reject-all">No</button></fieldset>""", "refusing is not reached by the keyboard")]
    [InlineData("""<button class="b x" name="action" value="reject-all"> </button>""", "refusing has no words")]
    public void What_differs_is_named(string reject, string difference)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ConsentMarkup.EnsureEqualChoices(Accept + reject));

        Assert.Contains(difference, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_banner_that_is_not_there_does_not_pass() =>
        Assert.Contains("Is the banner rendered", Assert.Throws<InvalidOperationException>(() => ConsentMarkup.EnsureEqualChoices("<p>No banner</p>")).Message, StringComparison.Ordinal);

    [Fact]
    public void Selectors_name_the_buttons_of_a_banner_that_decides_by_script() =>
        Assert.Throws<InvalidOperationException>(() => ConsentMarkup.EnsureEqualChoices("""<button id="yes">Yes</button><a id="no" href="#">No</a>""", "#yes", "#no"));
}
