using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>The nonce of one request: the site's own, or one made by us once somebody asks for it.</summary>
internal sealed class ConsentNonce
{
    private readonly HttpContext _context;
    private readonly Func<HttpContext, string?>? _source;
    private bool _asked;
    private string? _value;

    private ConsentNonce(HttpContext context)
    {
        _context = context;
        _source = ConsentFeature.Of(context).Host.Options.Nonce;
    }

    /// <summary>The nonce for what we render: none unless the site uses one.</summary>
    public string? Value
    {
        get
        {
            if (_source is not null && !_asked)
            {
                Ask();
            }

            if (_value is not null)
            {
                // Again, now that it is about to be written: something may have called the response public since it was asked for.
                PrivateResponse.KeepOutOfCaches(_context);
            }

            return _value;
        }
    }

    /// <summary>Whether one was asked for already.</summary>
    public bool IsUsed => _value is not null;

    public static ConsentNonce Of(HttpContext context)
    {
        var nonce = context.Features.Get<ConsentNonce>();
        if (nonce is null)
        {
            context.Features.Set(nonce = new(context));
        }

        return nonce;
    }

    public string Require()
    {
        if (!_asked)
        {
            Ask();
        }

        return _value ?? throw new InvalidOperationException(
            "options.Nonce returned no nonce for this request. Return the one that the site's policy header names, or leave options.Nonce unset so that the library makes one.");
    }

    private void Ask()
    {
        _asked = true;
        _value = _source is null ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)) : _source(_context);
        if (string.IsNullOrEmpty(_value))
        {
            _value = null;
            return;
        }

        PrivateResponse.Mark(_context);
    }
}
