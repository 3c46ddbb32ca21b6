namespace Innovexus.Consent.Vendors.Tests;

public class VendorMethodsTests
{
    [Fact]
    public void The_methods_that_are_checked_in_are_those_that_the_catalogue_gives() =>
        Assert.True(
            GeneratedMethods.Write() == File.ReadAllText(GeneratedMethods.Path),
            "The catalogue has changed. Write the methods anew: dotnet run --project tests/Innovexus.Consent.Vendors.Tests -- -class \"*VendorMethodsTests\" -explicit only");

    [Fact(Explicit = true)]
    public void Write_the_methods_anew() => File.WriteAllText(GeneratedMethods.Path, GeneratedMethods.Write());
}
