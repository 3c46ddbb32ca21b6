namespace Innovexus.Consent.Tests;

public class EventParametersTests
{
    [Fact]
    public void Numbers_dates_and_nested_objects_are_written() =>
        Assert.Equal(
            """{"plan":"pro","price":9.5,"on":"2026-11-28","deep":{"list":[1,null]}}""",
            EventParameters.Write("signup", new { Plan = "pro", Price = 9.5, On = new DateOnly(2026, 11, 28), Deep = new { List = new int?[] { 1, null } } }));

    [Fact]
    public void A_dictionary_keeps_its_keys() => Assert.Equal("""{"Item_Id":1}""", EventParameters.Write("signup", new Dictionary<string, object> { ["Item_Id"] = 1 }));

    [Fact]
    public void Without_parameters_there_is_an_empty_object() => Assert.Equal("{}", EventParameters.Write("signup", null));

    [Fact]
    public void Markup_cannot_end_the_element_that_holds_it() => Assert.DoesNotContain("</", EventParameters.Write("signup", new { text = "</script>" }), StringComparison.Ordinal);

    [Fact]
    public void What_holds_itself_is_refused_with_the_name_of_the_event()
    {
        var loop = new List<object>();
        loop.Add(loop);

        Assert.Contains("'signup' cannot be written as JSON", Assert.Throws<ArgumentException>(() => EventParameters.Write("signup", new { loop })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_object_is_refused() => Assert.Contains("are no object", Assert.Throws<ArgumentException>(() => EventParameters.Write("signup", "pro")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_event_has_a_name() => Assert.Throws<ArgumentException>(() => EventParameters.Write(" ", null));
}
