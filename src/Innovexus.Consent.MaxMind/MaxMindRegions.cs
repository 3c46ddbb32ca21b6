using System.Net;
using MaxMind.Db;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Innovexus.Consent;

/// <summary>Finds the region of the address that a request comes from. Safe for concurrent use.</summary>
internal sealed partial class MaxMindRegions(string path, IOptions<ConsentServerOptions> options, ILogger<MaxMindRegions> logger)
    : IRegionResolver, IHostedService, IDisposable
{
    // A reader that is replaced is not disposed: a request may still be reading, and it holds nothing but memory.
    private volatile Reader? _reader;
    private Reader? _toldOfReader;
    private PhysicalFileProvider? _folder;
    private IDisposable? _watch;

    public int Order => 200;

    public bool CompletesSynchronously => true;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Read() && options.Value.Strict)
        {
            throw new InvalidOperationException($"The region database '{path}' cannot be read. {Fix}");
        }

        if (Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder))
        {
            _folder = new(folder);
            _watch = ChangeToken.OnChange(() => _folder.Watch(Path.GetFileName(path)), () => Read());
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken) => new(Find(context));

    public void Dispose()
    {
        _watch?.Dispose();
        _folder?.Dispose();
        _reader?.Dispose();
    }

    private string? Find(HttpContext context)
    {
        if (_reader is not { } reader || context.Connection.RemoteIpAddress is not { } address)
        {
            return null;
        }

        try
        {
            return reader.Find<RegionRecord>(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)?.Code;
        }
        catch (Exception exception) when (exception is InvalidDatabaseException or DeserializationException or ArgumentException)
        {
            if (Interlocked.Exchange(ref _toldOfReader, reader) != reader)
            {
                LogUnusable(logger, path, exception.GetType().Name, $"{Fix} {Unknown}");
            }

            // The caller counts the failure. The exception itself may hold the address, so it is not passed on.
            throw new InvalidOperationException("The region database could not answer.");
        }
    }

    private const string Fix = "Give the path of a MaxMind file with countries, such as GeoLite2-City.mmdb.";
    private const string Unknown = "Until then a visitor's region is unknown, unless another resolver finds it.";

    // If the new file cannot be read, the earlier one stays in use.
    private bool Read()
    {
        try
        {
            var reader = new Reader(path, FileAccessMode.Memory);
            _ = reader.Find<RegionRecord>(IPAddress.Parse("192.0.2.1"));
            _reader = reader;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDatabaseException or DeserializationException or ArgumentException)
        {
            LogUnreadable(logger, path, $"{Fix} {(_reader is null ? Unknown : "Until then the earlier database stays in use.")}", exception);
            return false;
        }
    }

    [LoggerMessage(MaxMindLogEvents.DatabaseUnreadable, LogLevel.Error, "The region database '{Path}' cannot be read. {Fix}")]
    private static partial void LogUnreadable(ILogger logger, string path, string fix, Exception exception);

    [LoggerMessage(MaxMindLogEvents.LookupFailed, LogLevel.Error, "The region database '{Path}' could not answer ({Problem}). {Fix}")]
    private static partial void LogUnusable(ILogger logger, string path, string problem, string fix);
}
