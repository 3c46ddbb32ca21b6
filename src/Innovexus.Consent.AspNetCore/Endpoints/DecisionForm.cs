using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Innovexus.Consent;

/// <summary>Reads the form of a decision within its limits.</summary>
internal static class DecisionForm
{
    /// <summary>More than the largest registry needs, and little enough to hold in memory.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>The form, or the status code and the message to refuse it with.</summary>
    public static async Task<(IFormCollection? Form, int Status, string? Fix)> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return (null, StatusCodes.Status415UnsupportedMediaType, "Send the form as application/x-www-form-urlencoded or multipart/form-data.");
        }

        // Something before us, an antiforgery check for example, may have read it already.
        if (request.HttpContext.Features.Get<IFormFeature>()?.Form is { } form)
        {
            return (form, 0, null);
        }

        try
        {
            if (await LimitedBody.ReadAsync(request, MaxBytes) is not { } body)
            {
                return (null, StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MaxBytes} bytes. Send the fields of the form and nothing else.");
            }

            request.Body = body;
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted), 0, null);
        }
        // A body that ends too early is an IOException to the framework's reader, and so is a bad request; an encoding that it
        // does not know, such as UTF-7, is a NotSupportedException or an ArgumentException.
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return (null, StatusCodes.Status400BadRequest, "The body is not a well-formed form.");
        }
    }
}
