using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>What a post to <c>/_ic/decision</c> asks for, by its field <c>action</c>.</summary>
internal static class DecisionPost
{
    /// <summary>Does it.</summary>
    /// <returns>Null, or a message with the fix, and the status, for a post that asks for nothing.</returns>
    public static async Task<(int Status, string Fix)?> ActAsync(HttpContext context, IFormCollection form, bool byScript)
    {
        var feature = ConsentFeature.Of(context);
        switch (form[DecisionField.Action].ToString())
        {
            case DecisionAction.Signal or DecisionAction.NoSignal:
                await feature.Decisions.MarkAsync(form[DecisionField.Action] == DecisionAction.Signal);
                return null;

            case DecisionAction.Acknowledge:
                PolicyAcknowledgement.Keep(feature, form[DecisionField.Version].ToString());
                return null;

            case DecisionAction.OptIn or DecisionAction.AllowSensitive when form[DecisionField.Confirm] != DecisionField.Confirmed:
                return (StatusCodes.Status400BadRequest, "Opting in again takes two steps. Send the visitor to the page of privacy choices, which asks for a confirmation.");

            // A page that the visitor sees, not what a script asks for behind it or in a frame (Fetch Metadata Request Headers, section 2).
            case DecisionAction.OptIn when feature.Known.Input.IsSignalled && !IsVisible(context.Request):
                return (
                    StatusCodes.Status403Forbidden,
                    "Only the visitor can set the signal aside, with the form on the page of privacy choices. On plain http browsers do not say who posts, so this needs https.");

            case DecisionAction.OptIn:
                await feature.Decisions.OptInAsync(ConsentChoice.OptIn);
                return null;

            case DecisionAction.AllowSensitive:
                await feature.Decisions.OptInAsync(ConsentChoice.AllowSensitiveData);
                return null;

            default:
                if (DecisionFields.Read(name => form[name], feature.Registry) is not { } choice)
                {
                    return (StatusCodes.Status400BadRequest, DecisionFields.Fix);
                }

                await feature.Decisions.DecideAsync(choice, byScript, signalled: form[DecisionField.Gpc] == "1");
                return null;
        }
    }

    private static bool IsVisible(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] is ["navigate"] && request.Headers[FetchDestination.Header] is ["document"];
}
