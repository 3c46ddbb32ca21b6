using Bunit;

namespace Innovexus.Consent.Tests;

public class PolicyChangeNoticeTests : BunitContext
{
    private static readonly PolicyVersion Version = new() { Id = "2026-11", Effective = new(2026, 11, 1), Summary = "We keep <less>.", Material = true };

    [Fact]
    public void Is_announced_politely_and_dismissed_by_a_form()
    {
        new FakePage { DuePolicy = Version }.In(this);

        var notice = Render<PolicyChangeNotice>();

        Assert.Equal("status", notice.Find("section").GetAttribute("role"));
        Assert.Contains("We keep &lt;less&gt;.", notice.Markup, StringComparison.Ordinal);
        Assert.Equal("2026-11", notice.Find("form[method=post] [name=version]").GetAttribute("value"));
        Assert.Equal("acknowledge", notice.Find("form[method=post] button").GetAttribute("value"));
        Assert.False(notice.Find("section").HasAttribute("hidden"));
    }

    [Fact]
    public void Shows_nothing_where_nothing_is_due()
    {
        var page = new FakePage().In(this);
        Assert.Equal("", Render<PolicyChangeNotice>().Markup);
        Assert.Empty(page.Mistakes);
    }

    [Fact]
    public void Waits_hidden_on_a_page_that_is_the_same_for_all()
    {
        new FakePage { DuePolicy = Version, Cacheable = true }.In(this);

        Assert.True(Render<PolicyChangeNotice>().Find("section").HasAttribute("hidden"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(364, true)]
    [InlineData(365, false)]
    public void Is_due_for_a_year(int days, bool due)
    {
        var registry = Registries.Build(options => options.PolicyVersions.Add(Version));

        Assert.Equal(due, PolicyNotice.Due(registry, [], null, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days)) is not null);
    }
}
