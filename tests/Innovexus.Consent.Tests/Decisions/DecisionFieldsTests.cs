using CsCheck;

namespace Innovexus.Consent.Tests;

public class DecisionFieldsTests
{
    [Fact]
    public void A_form_that_code_writes_decides_what_the_choice_itself_would() => Gen.Select(Choices.Any, Choices.Any, Gen.Bool).Sample((choice, earlier, signalled) =>
    {
        var facts = new ConsentFacts { GlobalPrivacyControl = signalled };
        var current = Decisions.Decide(earlier);
        var state = Decisions.Evaluate(current, facts: facts);
        var form = DecisionFields.Write(choice, Registries.Site, id => state[id].Locked).Split('&').Select(pair => pair.Split('=')).ToLookup(pair => pair[0], pair => (string?)Uri.UnescapeDataString(pair[1]));

        var read = DecisionFields.Read(name => form[name], Registries.Site);

        var expected = Decisions.Decide(choice, current: current, facts: facts);
        var decision = Decisions.Decide(read!, current: current, facts: facts);
        Assert.True(Decisions.Evaluate(decision, facts: facts).IsSameAs(Decisions.Evaluate(expected, facts: facts)));
        // "Everything but one" is written as a form of switches, which ends no objection: never wider than the choice.
        Assert.Equal(expected.OptOuts, decision.OptOuts & expected.OptOuts);
    });

    [Theory]
    [InlineData("save")]
    [InlineData("nothing")]
    [InlineData("change")]
    public void A_field_that_says_nothing_changes_nothing(string action) =>
        Assert.Equal(action == "save", DecisionFields.Read(name => name == "action" ? [action] : [], Registries.Site) is not null);
}
