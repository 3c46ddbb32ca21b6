using System.Diagnostics;
using System.IO.Compression;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>All packages, as <c>dotnet pack</c> makes them.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    public const string Collection = "packages";

    private readonly string _folder = Directory.CreateTempSubdirectory("innovexus-packages-").FullName;

    public string Output { get; private set; } = "";

    /// <summary>What a package holds, without the files that make it a package.</summary>
    public string[] Contents(string package, string extension = "nupkg")
    {
        using var archive = Open(package, extension);
        return
        [
            .. archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    public string Read(string package, string file)
    {
        using var archive = Open(package, "nupkg");
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "Innovexus.Consent", "Innovexus.Consent.AspNetCore", "Innovexus.Consent.MaxMind", "Innovexus.Consent.Testing", "Innovexus.Consent.Vendors" })
        {
            var start = new ProcessStartInfo("dotnet", ["pack", Repository.Path("src", project), "-c", "Release", "-o", _folder, "--nologo"])
            {
                RedirectStandardOutput = true,
            };
            using var pack = Process.Start(start)!;
            Output += await pack.StandardOutput.ReadToEndAsync();
            await pack.WaitForExitAsync();
            Assert.True(pack.ExitCode == 0, Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private ZipArchive Open(string package, string extension) =>
        ZipFile.OpenRead(Directory.GetFiles(_folder, $"{package}.?.?.?.{extension}").Single());
}

/// <summary>Packed once for all: two at a time would write the same files.</summary>
[CollectionDefinition(PackedPackages.Collection)]
public sealed class PackedOnce : ICollectionFixture<PackedPackages>;
