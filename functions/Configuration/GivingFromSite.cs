using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Advocacy.Content.GivingData;

namespace Advocacy.Functions.Configuration;

/// <summary>
/// The file that the site itself publishes, asked for each minute. The last good one is kept on this machine, so that a start goes well
/// while the site is away. One that the app was deployed with serves until the site has answered.
/// </summary>
public sealed class GivingFromSite : PublishedGiving, IDisposable
{
    /// <summary>Bytes. Such a file has some 100 KB.</summary>
    public const int Largest = 5 * 1024 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly string _site;
    private readonly Uri _address;
    private readonly GivingCache _cache;
    private readonly TimeProvider _clock;
    // No redirect is followed: the file has one address, and what stands elsewhere is not the site's.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private EntityTagHeaderValue? _tag;
    private byte[]? _bytes;

    private GivingFromSite(string site, GivingCache cache, TimeProvider clock) : base($"{site}/{GivingFile.Name}", clock) =>
        (_site, _address, _cache, _clock) = (site, new($"{site}/{GivingFile.Name}"), cache, clock);

    /// <param name="site">Scheme and host, without a trailing slash.</param>
    /// <param name="deployed">Path of the file that the app was deployed with, if it was.</param>
    public static async Task<GivingFromSite> OpenAsync(
        string site, GivingCache cache, string deployed, TimeProvider clock, CancellationToken cancellation)
    {
        var giving = new GivingFromSite(site, cache, clock);
        giving.TakeNewestOf([.. cache.Files(), deployed]);
        // A donor may come first, with the form of the site as it is now.
        await giving.RefreshAsync(cancellation);
        return giving;
    }

    public override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public void Dispose() => _http.Dispose();

    private protected override async Task<GivingReading> ReadAsync(CancellationToken cancellation)
    {
        using var waiting = new CancellationTokenSource(_patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, waiting.Token);
        try
        {
            return await FetchAsync(either.Token);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            return new GivingReading.Failed($"{_address} is not there after {_patience.Seconds} seconds; see whether the site is up.");
        }
        catch (HttpRequestException e)
        {
            return new GivingReading.Failed(
                $"{_address} cannot be reached ({e.HttpRequestError}); see whether the site is up, and whether SITE_URL is its address.");
        }
        catch (IOException)
        {
            return new GivingReading.Failed($"{_address} broke off; see whether the site is up.");
        }
    }

    private async Task<GivingReading> FetchAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.CacheControl = new() { NoCache = true };
        if (_tag is not null)
            request.Headers.IfNoneMatch.Add(_tag);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.OK:
                break;
            case HttpStatusCode.NotModified when _tag is not null:
                return new GivingReading.Unchanged();
            case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                return new GivingReading.Failed(
                    $"{_address} leads elsewhere ({(int)answer.StatusCode}); set SITE_URL to the address that the site itself has.");
            default:
                return new GivingReading.Failed(
                    $"{_address} answers {(int)answer.StatusCode}; publish the site, with Giving in its site.yml, or correct SITE_URL.");
        }
        return await BodyAsync(answer.Content, cancellation) is { } bytes
            ? Accept(bytes, answer.Headers.ETag)
            : new GivingReading.Failed($"{_address} is longer than 5 MB, which no giving.json is; see what stands there.");
    }

    /// <returns>Null where it is too long; the rest is left unread.</returns>
    private static async Task<byte[]?> BodyAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > Largest)
            return null;
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        await using var body = await content.ReadAsStreamAsync(cancellation);
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (bytes.Length + read > Largest)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private GivingReading Accept(byte[] bytes, EntityTagHeaderValue? tag)
    {
        var isKnown = _bytes is not null && bytes.AsSpan().SequenceEqual(_bytes);
        var reading = isKnown ? new GivingReading.Unchanged() : Check(bytes, _address.ToString());
        if (reading is GivingReading.Failed)
            return reading;
        (_bytes, _tag) = (bytes, tag);
        return reading is GivingReading.Read read ? read with { CacheProblem = _cache.Write(bytes) } : reading;
    }

    private void TakeNewestOf(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (GivingCache.Read(file) is { } bytes && Check(bytes, file) is GivingReading.Read(var site, _, _))
                Take(site, new(file, site.File.Built, Checked: null));
        }
    }

    private GivingReading Check(byte[] bytes, string source)
    {
        var reading = GivingReading.Parse(bytes, source);
        if (reading is not GivingReading.Read(var site, _, _))
            return reading;
        if (!string.Equals(site.File.BaseUrl, _site, StringComparison.OrdinalIgnoreCase))
            return new GivingReading.Failed(
                $"{source} is of {site.File.BaseUrl}, not of {_site}; correct BaseUrl in site.yml, or SITE_URL.");
        // One that was built for an instant to come, as a rehearsal is, keeps no other out.
        return Current is { } current && site.File.Built < current.File.Built && current.File.Built <= _clock.GetUtcNow()
            ? new GivingReading.Failed(string.Create(
                CultureInfo.InvariantCulture,
                $"{source} was built at {site.File.Built:u}, before the one in force, of {current.File.Built:u}; "
                + $"build the site again, and publish it."))
            : reading;
    }
}
