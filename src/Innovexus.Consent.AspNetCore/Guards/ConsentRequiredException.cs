using System.Net;

namespace Innovexus.Consent;

/// <summary>
/// A call to a vendor was not made, because the visitor has not allowed it. A kind of <see cref="HttpRequestException"/> with status
/// 403, so that code which expects a vendor to fail expects this too.
/// </summary>
public sealed class ConsentRequiredException : HttpRequestException
{
    internal ConsentRequiredException(ConsentVerdict verdict, ConsentRegistry registry)
        : base(
            verdict.Reason == ConsentReason.Unknown
                ? $"The call was not made: it needs consent to '{verdict.Id}', which is neither a category nor a vendor.{registry.Hint(verdict.Id)} Correct the id in RequireConsent, or declare it."
                : $"The call was not made, because '{verdict.Id}' is not granted ({verdict.Reason}). "
                    + "Check IConsentService.IsGranted first. Outside a request or circuit nothing optional is granted.",
            null,
            HttpStatusCode.Forbidden) => Verdict = verdict;

    /// <summary>The verdict that it was refused by.</summary>
    public ConsentVerdict Verdict { get; }
}
