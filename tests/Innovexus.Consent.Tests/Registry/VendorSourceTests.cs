namespace Innovexus.Consent.Tests;

public class VendorSourceTests
{
    [Theory]
    [InlineData("https://plausible.io")]
    [InlineData("http://video.localhost:5081")]
    [InlineData("https://*.plausible.io")]
    [InlineData("https://*.plausible.io:8443")]
    [InlineData("wss://live.example.com")]
    [InlineData("HTTPS://Plausible.IO")]
    [InlineData("https://192.0.2.1")]
    public void An_origin_is_taken(string text) => Assert.Null(VendorSource.Problem(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("plausible.io")]
    [InlineData("https://plausible.io/")]
    [InlineData("https://plausible.io/script.js")]
    [InlineData("https://plausible.io?a=1")]
    [InlineData("https://user@plausible.io")]
    [InlineData("https://plausible.io:0")]
    [InlineData("https://plausible.io:99999")]
    [InlineData("https://plausible.io:")]
    [InlineData("https://plausible.io:*")]
    [InlineData("ftp://plausible.io")]
    [InlineData("data:")]
    [InlineData("'self'")]
    [InlineData("'unsafe-inline'")]
    [InlineData("https://a.example https://b.example")]
    [InlineData("https://a.example; script-src *")]
    [InlineData("https://a.example,https://b.example")]
    [InlineData("https://a.example\r\nX: y")]
    [InlineData("https://pl*usible.io")]
    [InlineData("https://a.*.io")]
    [InlineData("https://")]
    public void What_is_no_origin_is_told_with_its_fix(string? text) => Assert.Contains("https://plausible.io", VendorSource.Problem(text), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_a_header_cannot_hold_is_told() => Assert.Contains("xn--", VendorSource.Problem("https://bücher.example"), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://*")]
    [InlineData("https://*.com")]
    [InlineData("*://*")]
    public void What_would_match_everything_is_told(string text) => Assert.Contains("would match everything", VendorSource.Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://plausible.io", "https://plausible.io/a?b#c", true)]
    [InlineData("https://plausible.io", "https://PLAUSIBLE.io/", true)]
    [InlineData("https://plausible.io", "https://x.plausible.io/", false)]
    [InlineData("https://plausible.io", "http://plausible.io/", false)]
    [InlineData("https://plausible.io", "https://plausible.io:8443/", false)]
    [InlineData("https://plausible.io", "wss://plausible.io/", true)]
    [InlineData("http://plausible.io", "https://plausible.io/", true)]
    [InlineData("https://*.plausible.io", "https://a.b.plausible.io/", true)]
    [InlineData("https://*.plausible.io", "https://plausible.io/", false)]
    [InlineData("https://*.plausible.io", "https://notplausible.io/", false)]
    [InlineData("http://video.localhost:5081", "http://video.localhost:5081/player", true)]
    [InlineData("ws://live.example.com", "wss://live.example.com/", true)]
    [InlineData("wss://live.example.com", "ws://live.example.com/", false)]
    public void It_matches_as_browsers_do(string source, string address, bool matches) => Assert.Equal(matches, VendorSource.Matches(source, new(address)));
}
