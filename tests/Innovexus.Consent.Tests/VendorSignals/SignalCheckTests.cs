namespace Innovexus.Consent.Tests;

public class SignalCheckTests
{
    [Theory]
    [InlineData("stats.stop")]
    [InlineData("$x")]
    [InlineData("ga-disable-G-1")]
    public void A_target_is_a_global_name(string target) => Assert.Empty(Problems(Signal(target: target)));

    [Theory]
    [InlineData("stop()")]
    [InlineData("stats..stop")]
    [InlineData("1stop")]
    [InlineData("")]
    public void What_is_no_global_name_is_refused(string target) =>
        Assert.Contains("Write it without parentheses", Assert.Single(Problems(Signal(target: target))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("consent")]
    [InlineData("{}")]
    [InlineData("['a']")]
    [InlineData("")]
    public void Arguments_are_a_JSON_array(string arguments) =>
        Assert.Contains("are no JSON array", Assert.Single(Problems(Signal(arguments: arguments))).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_can_be_called_before_anything_is_there() =>
        Assert.Contains("Push onto its queue", Assert.Single(Problems(Signal(SignalMoment.Before))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("[1, 2]")]
    public void A_value_is_one(string arguments) =>
        Assert.Contains("exactly one value", Assert.Single(Problems(Signal(form: SignalForm.Set, arguments: arguments))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{ "$granted": "." }]""")]
    [InlineData("""["consent", { "deep": [{ "$granted": "marketing", "yes": 1, "no": 0 }] }]""")]
    public void A_value_may_depend_on_what_is_declared(string arguments) => Assert.Empty(Problems(Signal(arguments: arguments)));

    [Fact]
    public void An_id_that_is_not_declared_names_the_nearest() =>
        Assert.Contains("Did you mean 'marketing'?", Assert.Single(Problems(Signal(arguments: """[{ "$granted": "marketin" }]"""))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_id_that_is_no_text_is_refused() => Assert.Contains("'7'", Assert.Single(Problems(Signal(arguments: """[{ "$granted": 7 }]"""))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_site_has_no_grant_of_its_own()
    {
        var problems = SiteProblems(
            Signal(SignalMoment.Grant),
            Signal(SignalMoment.Change, SignalForm.PushArray, arguments: """[{ "$granted": "." }]"""),
            Signal(SignalMoment.Before, SignalForm.PushArray));

        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Equal("Consent:Signals:stats.stop", problem.Path));
    }

    private static VendorSignal Signal(SignalMoment when = SignalMoment.Revoke, SignalForm form = SignalForm.Call, string target = "stats.stop", string arguments = "[]") =>
        new() { When = when, Form = form, Target = target, Arguments = arguments };

    private static IReadOnlyList<ConsentProblem> Problems(VendorSignal signal) =>
        Problems(options => Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.Signals.Add(signal)));

    private static IReadOnlyList<ConsentProblem> SiteProblems(params VendorSignal[] signals) => Problems(options =>
    {
        foreach (var signal in signals)
        {
            options.Signals.Add(signal);
        }
    });

    private static IReadOnlyList<ConsentProblem> Problems(Action<ConsentOptions> configure)
    {
        try
        {
            Registries.Build(configure);
            return [];
        }
        catch (ConsentConfigurationException exception)
        {
            return exception.Problems;
        }
    }
}
