using Innovexus.Consent;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a server adds to the options: <see cref="ConsentOptions"/> themselves know nothing of HTTP.</summary>
public static class ConsentOptionsExtensions
{
    extension(ConsentOptions options)
    {
        /// <summary>
        /// What the site knows of a visitor's age, from an account for example. Under 13 everything optional is locked off and nothing
        /// is asked; from 13 to 15 everything is opt-in.
        /// </summary>
        /// <value><see langword="null"/>, the default: nothing is known.</value>
        public Func<HttpContext, AgeSignal>? Age
        {
            get => (Func<HttpContext, AgeSignal>?)options.AgeSource;
            set => options.AgeSource = value;
        }

        /// <summary>Whether a visitor has restricted the processing of their data (GDPR Art. 18); everything optional is then locked off.</summary>
        /// <value><see langword="null"/>, the default: nobody has.</value>
        public Func<HttpContext, bool>? Restricted
        {
            get => (Func<HttpContext, bool>?)options.RestrictedSource;
            set => options.RestrictedSource = value;
        }

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
