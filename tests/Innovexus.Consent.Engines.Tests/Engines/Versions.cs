using System.Collections.Concurrent;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>What the engines call themselves, left with the results.</summary>
internal static class Versions
{
    private static readonly ConcurrentDictionary<string, bool> Written = new(StringComparer.Ordinal);
    private static readonly Lock Turn = new();

    public static void Write(string version)
    {
        if (Written.TryAdd(version, true))
        {
            lock (Turn)
            {
                File.AppendAllLines(Path.Combine(Directory.CreateDirectory(Repository.Path("TestResults")).FullName, "engines.txt"), [version]);
            }
        }
    }
}
