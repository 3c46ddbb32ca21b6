using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>Tells what was noticed while a registry was declared, once, when it is built.</summary>
internal static partial class DraftReport
{
    public static void Tell(RegistryDraft draft, bool standalone, IServiceProvider services)
    {
        if (draft.Warnings.Count + draft.Notes.Count == 0 || services.GetService<ILogger<ConsentRegistry>>() is not { } logger)
        {
            return;
        }

        foreach (var warning in draft.Warnings)
        {
            LogWarning(logger, warning);
        }

        // Without a server it is not known yet whether this is Development.
        if (!standalone && draft.Notes.Count > 0 && services.GetService<InteractiveHost>()?.Development() == true)
        {
            foreach (var note in draft.Notes)
            {
                LogNote(logger, note);
            }
        }
    }

    [LoggerMessage(LogEvents.VendorWarning, LogLevel.Warning, "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);

    [LoggerMessage(LogEvents.VendorMerged, LogLevel.Information, "{Note}")]
    private static partial void LogNote(ILogger logger, string note);
}
