using Microsoft.AspNetCore.Mvc;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Reached by attribute routes and by dynamic ones.</summary>
public sealed class GuardedController : Controller
{
    [RequireConsent("analytics")]
    [HttpGet("/guarded/action")]
    public IActionResult Show() => Content("behind the guard");

    [RequireConsent("analytics")]
    public IActionResult Dynamic() => Content("behind the guard");

    [HttpGet("/free/action")]
    public IActionResult Free() => Content("free");

    [ResponseCache(Duration = 60)]
    public IActionResult Stored() => Content("stored");
}

[RequireConsent("analytics")]
[ApiController]
[Route("/guarded/api")]
public sealed class GuardedApiController : ControllerBase
{
    [HttpGet]
    public string Get() => "behind the guard";
}
