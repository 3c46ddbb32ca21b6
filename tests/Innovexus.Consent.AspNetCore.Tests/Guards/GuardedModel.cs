using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Innovexus.Consent.AspNetCore.Tests;

[RequireConsent("analytics")]
public sealed class GuardedModel : PageModel;
