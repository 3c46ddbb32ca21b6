using Innovexus.Consent;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host tells of its visitors: <see cref="ConsentOptions"/> themselves know nothing of HTTP.</summary>
public static class ConsentFactsOptions
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
    }
}
