using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Innovexus.Consent;

/// <summary>
/// The cookies of a request as <c>UseCookiePolicy</c> is to see them: its own consent cookie is there exactly where everything optional
/// is granted, whatever the browser sent. So the policy's feature answers by our state, and can grant and withdraw.
/// </summary>
internal sealed class CookiePolicyRequest(HttpContext context, string name, string yes) : IRequestCookiesFeature, IRequestCookieCollection
{
    private readonly IRequestCookiesFeature _inner = context.Features.Get<IRequestCookiesFeature>() ?? new RequestCookiesFeature(context.Features);

    public IRequestCookieCollection Cookies
    {
        get => this;
        set => _inner.Cookies = value;
    }

    public int Count => Keys.Count;

    public ICollection<string> Keys => [.. this.Select(cookie => cookie.Key)];

    public string? this[string key] => TryGetValue(key, out var value) ? value : null;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        if (!IsOwn(key))
        {
            return _inner.Cookies.TryGetValue(key, out value);
        }

        value = IsGranted ? yes : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        var others = _inner.Cookies.Where(cookie => !IsOwn(cookie.Key));
        return (IsGranted ? others.Append(new(name, yes)) : others).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsGranted => ConsentFeature.Of(context).Tracking.HasConsent;

    private bool IsOwn(string key) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}
