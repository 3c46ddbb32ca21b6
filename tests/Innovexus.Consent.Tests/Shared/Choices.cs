using CsCheck;

namespace Innovexus.Consent.Tests;

/// <summary>Choices of every kind, unknown ids among them.</summary>
internal static class Choices
{
    private static readonly string[] Ids = [.. Registries.Site.Ids, "unknown"];

    public static Gen<ConsentChoice> Any { get; } = Gen.Select(
        Gen.Int[0, 4],
        Gen.Select(Gen.Int[0, Ids.Length - 1], Gen.Bool).Array[0, 5],
        (kind, named) => named.Aggregate(
            kind switch { 0 => ConsentChoice.AcceptAll, 1 => ConsentChoice.RejectAll, 2 => ConsentChoice.OptOut, 3 => ConsentChoice.LimitSensitiveData, _ => ConsentChoice.Change("stats", true) },
            (choice, one) => choice.With(Ids[one.Item1], one.Item2)));
}
