namespace Innovexus.Consent.Browser.Tests;

/// <summary>One line for each walk that was made to its end; <c>tests/run.sh</c> prints them as a table and misses none silently.</summary>
internal static class HostingTable
{
    private static readonly Lock Writing = new();

    public static void Write(string host, string walk, Checks checks)
    {
        lock (Writing)
        {
            Directory.CreateDirectory(Repository.Path("TestResults"));
            File.AppendAllText(Repository.Path("TestResults/walks.tsv"), $"{host}\t{walk}\t{checks.Reason ?? $"{checks.Count}"}\n");
        }
    }
}
