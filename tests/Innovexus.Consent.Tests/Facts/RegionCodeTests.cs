using CsCheck;

namespace Innovexus.Consent.Tests;

public class RegionCodeTests
{
    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("de", "DE")]
    [InlineData(" us-ca ", "US-CA")]
    [InlineData("US_CA", "US-CA")]
    [InlineData("UK", "GB")]
    [InlineData("uk-eng", "GB-ENG")]
    [InlineData("QC", "CA-QC")]
    [InlineData("ca-qc", "CA-QC")]
    [InlineData("EU", null)]
    [InlineData("XX", null)]
    [InlineData("T1", null)]
    [InlineData("A1", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("US-", null)]
    [InlineData("US-CALIF", null)]
    [InlineData("US-CA-X", null)]
    [InlineData("DE, US", null)]
    [InlineData("Germany", null)]
    [InlineData(null, null)]
    public void A_code_has_one_form_and_anything_else_none(string? text, string? expected) => Assert.Equal(expected, RegionCode.Normalize(text));

    [Fact]
    public void Whatever_is_sent_is_a_known_country_or_nothing() => Gen.String.Array[0, 3].Sample(
        parts => RegionCode.Normalize(string.Join('-', parts)) is not { } code || (RegionCode.Known.Contains(code[..2]) && RegionCode.Normalize(code) == code),
        iter: 20_000);
}
