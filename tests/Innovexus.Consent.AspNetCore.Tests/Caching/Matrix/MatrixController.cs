using Microsoft.AspNetCore.Mvc;

namespace Innovexus.Consent.AspNetCore.Tests;

public sealed class MatrixController : Controller
{
    [HttpGet("/matrix/mvc")]
    public IActionResult Show() => View("/Caching/Matrix/Pages/MatrixView.cshtml");

    [ResponseCache(Duration = 60)]
    [HttpGet("/matrix/stored")]
    public IActionResult Stored() => View("/Caching/Matrix/Pages/MatrixView.cshtml");

    [RequireConsent("analytics")]
    [HttpGet("/matrix/guarded-mvc")]
    public IActionResult ShowGuarded() => View("/Caching/Matrix/Pages/MatrixView.cshtml");
}
