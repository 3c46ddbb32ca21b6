namespace Innovexus.Consent.Vendors.Tests;

public class CallTableTests
{
    [Fact]
    public void The_docs_list_every_call_and_no_other() =>
        Assert.True(
            CallTable.Write() == File.ReadAllText(CallTable.Path),
            "The catalogue has changed. Write the calls anew: dotnet run --project tests/Innovexus.Consent.Vendors.Tests -- -class \"*CallTableTests\" -explicit only");

    [Fact(Explicit = true)]
    public void Write_the_calls_anew() => File.WriteAllText(CallTable.Path, CallTable.Write());
}
