using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent.AspNetCore.Tests;

public class LogEventTests
{
    private static readonly (Assembly Package, string Table)[] Packages =
    [
        (typeof(ConsentRegistry).Assembly, "LogEvents"),
        (typeof(ConsentHttpContextExtensions).Assembly, "ServerLogEvents"),
        (typeof(MaxMindRegionExtensions).Assembly, "MaxMindLogEvents"),
    ];

    [Fact]
    public void No_id_stands_for_two_things()
    {
        var ids = Packages.SelectMany(Ids).ToArray();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Each_message_has_an_id_of_its_packages_table_and_each_id_one_message()
    {
        foreach (var package in Packages)
        {
            var logged = package.Package.GetTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId)
                .OfType<int>();

            Assert.Equal(Ids(package).Order(), logged.Order());
        }
    }

    private static IEnumerable<int> Ids((Assembly Package, string Table) package) =>
        package.Package.GetType($"Innovexus.Consent.{package.Table}", throwOnError: true)!
            .GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (int)field.GetRawConstantValue()!);
}
