namespace Innovexus.Consent;

/// <summary>An option that breaks a rule.</summary>
/// <param name="Rule">The rule's id in <c>docs/rules.md</c>, such as <c>L4</c>.</param>
/// <param name="Message">What is wrong, and how to fix it.</param>
internal sealed record ConsentFinding(string Rule, string Message);
