namespace Innovexus.Consent.Vendors.Tests;

public class VendorTableTests
{
    [Fact]
    public void The_docs_list_every_vendor() =>
        Assert.True(
            VendorTable.Write() == File.ReadAllText(VendorTable.Path),
            "The catalogue has changed. Write the table anew: dotnet run --project tests/Innovexus.Consent.Vendors.Tests -- -class \"*VendorTableTests\" -explicit only");

    [Fact(Explicit = true)]
    public void Write_the_table_anew() => File.WriteAllText(VendorTable.Path, VendorTable.Write());
}
