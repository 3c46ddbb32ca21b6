namespace Innovexus.Site.ThirdParties;

internal sealed record LoggedRequest(long Number, DateTimeOffset At, string Host, string Method, string Path);
