namespace Innovexus.Consent;

/// <summary>What is wrong with the texts of a category.</summary>
internal static class CategoryCheck
{
    public static void Check(string path, string id, CategoryOptions category, List<ConsentProblem> problems)
    {
        // The built-in ones have texts of their own; an empty one in their place is a mistake all the same.
        var builtIn = BuiltInDeclarations.Categories.ContainsKey(id);
        if (string.IsNullOrWhiteSpace(category.Name) && !(builtIn && category.Name is null))
        {
            problems.Add(new($"{path}:Name", $"The category '{id}' has no name. Give it the name that visitors read."));
        }

        if (category.Purpose is not null && string.IsNullOrWhiteSpace(category.Purpose))
        {
            problems.Add(new($"{path}:Purpose", $"The category '{id}' has an empty purpose. Say what it is for, or leave the setting out."));
        }
    }
}
