namespace Innovexus.Consent;

/// <summary>
/// Lets only visitors who allow a category or vendor reach a page, action or endpoint. It stands on controllers, actions, Razor Page
/// models, Blazor pages and handlers of minimal APIs. Several add up: every id must be granted. A page load is refused with a page that
/// says why and where to allow it, anything else with status 403 and a problem as JSON. Authorization answers first.
/// </summary>
/// <remarks>
/// On a server nothing else is needed. In an application with a global render mode pages are also reached without a request: there
/// <see cref="ConsentRouteView"/> reads the same attribute. Immutable.
/// </remarks>
/// <param name="id">The id of a category or vendor. One that is not declared stops the start.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class RequireConsentAttribute(string id) : Attribute
{
    /// <summary>The id of a category or vendor.</summary>
    public string Id { get; } = id;
}
