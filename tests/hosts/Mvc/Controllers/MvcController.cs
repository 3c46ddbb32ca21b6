using Microsoft.AspNetCore.Mvc;

namespace Innovexus.Consent.Hosts.Mvc.Controllers;

/// <summary>Pages by MVC.</summary>
public sealed class MvcController : Controller
{
    public IActionResult Show([FromRoute(Name = "view")] string name) => View(name);
}
