namespace Innovexus.Consent.Tests;

public class ConsentDurationTests
{
    [Theory]
    [InlineData("30", 30 * 24 * 60)]
    [InlineData(" 30 ", 30 * 24 * 60)]
    [InlineData("30.00:00:00", 30 * 24 * 60)]
    [InlineData("1.02:30", 26 * 60 + 30)]
    [InlineData("23:59", 23 * 60 + 59)]
    public void Readable_forms(string text, int minutes)
    {
        Assert.True(ConsentDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMinutes(minutes), duration);
    }

    [Theory]
    [InlineData("24:00:00")]
    [InlineData("P30D")]
    [InlineData("-1")]
    [InlineData("-1.00:00:00")]
    [InlineData("1.5")]
    [InlineData("30d")]
    [InlineData("12:60")]
    [InlineData("two years")]
    [InlineData("9999999999")]
    [InlineData("")]
    public void Other_forms_are_refused(string text) => Assert.False(ConsentDuration.TryParse(text, out _));
}
