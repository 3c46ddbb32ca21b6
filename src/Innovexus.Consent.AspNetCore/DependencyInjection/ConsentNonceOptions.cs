using Innovexus.Consent;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a server adds to the options.</summary>
public static class ConsentNonceOptions
{
    extension(ConsentOptions options)
    {
        /// <summary>
        /// Where the nonce comes from, if the site makes its own: called once a request, and everything that the library emits
        /// carries what it returns. Returning nothing means that this response has none.
        /// </summary>
        /// <value><see langword="null"/>, the default: <c>HttpContext.GetConsentNonce()</c> makes one when it is called.</value>
        public Func<HttpContext, string?>? Nonce
        {
            get => (Func<HttpContext, string?>?)options.NonceSource;
            set => options.NonceSource = value;
        }
    }
}
