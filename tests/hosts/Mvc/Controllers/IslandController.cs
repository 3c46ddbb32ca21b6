using Microsoft.AspNetCore.Mvc;

namespace Innovexus.Consent.Hosts.Mvc.Controllers;

/// <summary>Pages by MVC, each with an interactive component in it.</summary>
public sealed class IslandController : Controller
{
    public IActionResult Show([FromRoute(Name = "view")] string name) => View("Island", name);
}
