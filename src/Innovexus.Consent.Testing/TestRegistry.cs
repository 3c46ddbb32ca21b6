namespace Innovexus.Consent.Testing;

/// <summary>Registries that declare whatever ids a test names.</summary>
internal static class TestRegistry
{
    /// <summary>The moment at which everybody decides: a state depends on nothing but what is granted.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ConsentRegistry Of(IEnumerable<string> ids)
    {
        var options = new ConsentOptions { Controller = new() { Name = "Test" }, PrivacyPolicyPath = "/privacy" };
        foreach (var id in ids)
        {
            if (!BuiltInDeclarations.Categories.ContainsKey(id))
            {
                Declare(id, ConsentCategories.Functional);
            }
            else if (id != ConsentCategories.Necessary)
            {
                // Nobody can allow a category without a vendor.
                Declare($"test-{id}", id);
            }
        }

        return RegistryBuilder.Build(options);

        void Declare(string id, string category) => options.Registry.DeclareVendor(id, category, vendor =>
        {
            vendor.Name = id;
            vendor.Purpose = "Tests";
            vendor.Role = VendorRole.Processor;
        });
    }

    public static ConsentDecision Decide(ConsentRegistry registry, ConsentDecision? current, ConsentChoice choice) =>
        ChoiceResolver.Decide(new(registry, new(), ConsentFacts.Unknown, current, Now), choice);

    public static ConsentState Evaluate(ConsentRegistry registry, ConsentDecision? decision) =>
        ConsentEvaluator.Evaluate(registry, new(), ConsentFacts.Unknown, decision, Now);

    /// <exception cref="ArgumentException">An id is not declared.</exception>
    public static void ThrowIfUnknown(ConsentRegistry registry, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (!registry.Knows(id))
            {
                throw new ArgumentException($"'{id}' is neither a category nor a vendor of this registry.{registry.Hint(id)}", nameof(ids));
            }
        }
    }
}
