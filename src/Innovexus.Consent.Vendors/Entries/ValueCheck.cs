namespace Innovexus.Consent;

/// <summary>What is wrong with the values that a site gives for a vendor's scripts.</summary>
internal static class ValueCheck
{
    public static IEnumerable<ConsentProblem> Problems(CatalogueEntry entry, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
        {
            yield break;
        }

        foreach (var parameter in entry.Parameters)
        {
            var path = $"Vendors:{entry.Id}:{parameter.Name}";
            if (!values.TryGetValue(parameter.Name, out var value))
            {
                yield return new(path, $"The scripts of {entry.Name} need a {parameter.Name}. {Form(parameter)}");
            }
            else if (!parameter.Admits(value))
            {
                yield return new(path, $"'{value}' is no {parameter.Name} of {entry.Name}.{GoogleIds.Hint(value, entry.Id)} {Form(parameter)}");
            }
        }

        string[] known = [.. entry.Parameters.Select(parameter => parameter.Name)];
        foreach (var name in values.Keys.Except(known, StringComparer.Ordinal))
        {
            yield return new($"Vendors:{entry.Id}:{name}", $"The scripts of {entry.Name} know no {name}.{ConsentId.Suggestion(name, known)} {(known.Length == 0 ? "They need nothing." : $"They need: {string.Join(", ", known)}.")}");
        }
    }

    private static string Form(EntryParameter parameter) => $"{parameter.About} It has the form {parameter.Example}.";
}
