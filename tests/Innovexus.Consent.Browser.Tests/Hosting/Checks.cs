namespace Innovexus.Consent.Browser.Tests;

/// <summary>Assertions that are counted, for the table of walks.</summary>
public sealed class Checks
{
    public int Count { get; private set; }

    /// <summary>Why this walk cannot be made here.</summary>
    public string? Reason { get; private set; }

    public void Skip(string reason) => Reason = reason;

    public void True(bool condition)
    {
        Assert.True(condition);
        Count++;
    }

    public void False(bool condition) => True(!condition);

    public void Equal<T>(T expected, T actual)
    {
        Assert.Equal(expected, actual);
        Count++;
    }

    public void Empty<T>(IEnumerable<T> actual)
    {
        Assert.Empty(actual);
        Count++;
    }

    public void Contains(string expected, string? actual)
    {
        Assert.Contains(expected, actual, StringComparison.Ordinal);
        Count++;
    }
}
