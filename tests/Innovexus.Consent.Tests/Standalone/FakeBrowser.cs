using Microsoft.JSInterop;

namespace Innovexus.Consent.Tests;

/// <summary>A document with cookies, for code that runs in it.</summary>
internal sealed class FakeBrowser : IJSInProcessRuntime
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public bool? Signal { get; set; }

    /// <summary>Each cookie as it was set, with its attributes.</summary>
    public List<string> Written { get; } = [];

    public void Keep(string name, string value) => _cookies[name] = value;

    public TValue GetValue<TValue>(string identifier) => (TValue)Read(identifier);

    public void SetValue<TValue>(string identifier, TValue value)
    {
        var text = (string)(object)value!;
        Written.Add(text);
        var pair = text.Split(';')[0].Split('=', 2);
        Keep(pair[0], pair[1]);
    }

    public TResult Invoke<TResult>(string identifier, params object?[]? args) => throw new JSException(identifier);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new JSException(identifier);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new JSException(identifier);

    private object Read(string identifier) => identifier switch
    {
        "document.cookie" => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")),
        "navigator.globalPrivacyControl" => Signal ?? throw new JSException("undefined"),
        _ => throw new JSException(identifier),
    };
}
