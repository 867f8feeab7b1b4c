using System.Globalization;
using System.Text;
using Advocacy.Content.GivingData;
using Advocacy.Functions.Configuration;
using Advocacy.TestKit.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Configuration;

/// <summary>What follows from each answer that a site, or whatever answers in its place, gives to a request for its giving.json.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class GivingFromSiteTests(PublishedCampaign published) : IAsyncLifetime
{
    private static readonly DateTimeOffset _noon = DateTimeOffset.Parse("2026-12-01T12:00:00Z", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giving-");
    private readonly FakeTimeProvider _clock = new(_noon);
    private SiteServer _server = null!;

    private string Cached => Path.Combine(_folder.FullName, "cache", "giving.json");

    private string Deployed => Path.Combine(_folder.FullName, "giving.json");

    private string Address => $"{_server.Address}/giving.json";

    public async Task InitializeAsync() => _server = await SiteServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task IsInForceAndKept()
    {
        _server.Publish(Built(_noon.AddHours(-1)));

        using var giving = await OpenAsync();

        Assert.Equal(PublishedCampaign.Slug, giving.Site.Campaigns[0].Slug);
        Assert.Equal(new GivingStatus(Address, _noon.AddHours(-1), _noon), giving.Status);
        Assert.Equal(Built(_noon.AddHours(-1)), await File.ReadAllBytesAsync(Cached));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Cached)!));
    }

    [Fact]
    public async Task IsPolledWithItsETagAndFollowed()
    {
        _server.Publish(Built(_noon.AddHours(-1)));
        using var giving = await OpenAsync();
        var before = giving.Site;

        _clock.Advance(giving.Interval);
        await giving.RefreshAsync(CancellationToken.None);
        Assert.Same(before, giving.Site);
        Assert.Equal(new GivingStatus(Address, _noon.AddHours(-1), _noon.AddMinutes(1)), giving.Status);

        _server.Publish(Built(_noon), "\"2\"");
        await giving.RefreshAsync(CancellationToken.None);
        Assert.Equal(_noon, giving.Site.File.Built);
        Assert.Equal(3, _server.Requests);
    }

    [Fact]
    public async Task WithoutAnETagIsTheSameWhereItsBytesAre()
    {
        var bytes = Built(_noon);
        _server.Answer = context => context.Response.Body.WriteAsync(bytes).AsTask();
        using var giving = await OpenAsync();
        var before = giving.Site;

        await giving.RefreshAsync(CancellationToken.None);

        Assert.Same(before, giving.Site);
    }

    [Theory]
    [InlineData("<!doctype html><title>Welcome to the hotel's network</title>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"editions\":")]
    [InlineData("{\"built\":\"2026-12-01T12:00:00Z\",\"editions\":[],\"assets\":null,\"words\":{},\"sources\":[]}")]
    [InlineData("{\"built\":\"2026-12-01T12:00:00Z\",\"editions\":null,\"assets\":{},\"words\":{},\"sources\":[]}")]
    [InlineData("\u0000\u0001\uFFFD")]
    public async Task FileOfAnotherShapeIsNotTaken(string text) => Assert.Equal(
        $"{Address} is not the giving.json of a site; build the site again, with the generator of this version.",
        await ProblemAsync(context => context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask()));

    // Far from what a site is, yet JSON of its shape: it is a problem like the others.
    [Fact]
    public async Task FileWithANullInTheMiddleIsNotTaken()
    {
        var text = Encoding.UTF8.GetString(Built(_noon));
        var start = text.IndexOf("\"editions\": [", StringComparison.Ordinal) + "\"editions\": [".Length;

        var problem = await ProblemAsync(context => context.Response.WriteAsync(text.Insert(start, "null,")));

        Assert.StartsWith($"{Address} ", problem, StringComparison.Ordinal);
        Assert.EndsWith("; build the site again, with the generator of this version.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(204)]
    public async Task FileThatIsNotThereIsNotTaken(int status) => Assert.Equal(
        $"{Address} answers {status}; publish the site, with Giving in its site.yml, or correct SITE_URL.", await ProblemAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }));

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task RedirectIsNotFollowed(int status)
    {
        await using var elsewhere = await SiteServer.StartAsync();
        elsewhere.Publish(Built(_noon));

        var problem = await ProblemAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"{elsewhere.Address}/giving.json";
            return Task.CompletedTask;
        });

        Assert.Equal($"{Address} leads elsewhere ({status}); set SITE_URL to the address that the site itself has.", problem);
        Assert.Equal(0, elsewhere.Requests);
    }

    [Theory]
    [InlineData(50_000_000L)]
    [InlineData(null)]
    public async Task FileWithoutEndIsLeftUnread(long? length)
    {
        Assert.Equal($"{Address} is longer than 5 MB, which no giving.json is; see what stands there.", await ProblemAsync(async context =>
        {
            context.Response.ContentLength = length;
            var spaces = Encoding.UTF8.GetBytes(new string(' ', 100_000));
            for (var left = length ?? long.MaxValue; left > 0 && !context.RequestAborted.IsCancellationRequested; left -= spaces.Length)
                await context.Response.Body.WriteAsync(spaces);
        }));
    }

    [Fact]
    public async Task FileThatDripsIsGivenUpAfterTenSeconds()
    {
        var dripping = new TaskCompletionSource();
        _server.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                dripping.TrySetResult();
                await Task.Delay(20, context.RequestAborted);
            }
        };
        var opening = OpenAsync();
        await dripping.Task;
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        await Task.Delay(100);
        Assert.False(opening.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1));

        using var giving = await opening;
        Assert.Equal($"{Address} is not there after 10 seconds; see whether the site is up.", giving.Status.Problem);
    }

    // A connection that is reset takes along what was sent before, or does not.
    [Fact]
    public async Task FileThatBreaksOffIsNotTaken()
    {
        var problem = await ProblemAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Matches(@"/giving\.json (broke off|cannot be reached \(\w+\)); see whether the site is up", problem);
    }

    [Fact]
    public async Task FileOfAnotherSiteIsNotTaken()
    {
        var bytes = await File.ReadAllBytesAsync(published.GivingFile);

        Assert.Equal(
            $"{Address} is of {GivingFile.Read(bytes).BaseUrl}, not of {_server.Address}; correct BaseUrl in site.yml, or SITE_URL.",
            await ProblemAsync(context => context.Response.Body.WriteAsync(bytes).AsTask()));
    }

    [Fact]
    public async Task FileBuiltBeforeTheOneInForceIsNotTaken()
    {
        _server.Publish(Built(_noon.AddHours(-1)));
        using var giving = await OpenAsync();

        _server.Publish(Built(_noon.AddHours(-2)), "\"old\"");
        await giving.RefreshAsync(CancellationToken.None);

        Assert.Equal(_noon.AddHours(-1), giving.Site.File.Built);
        Assert.Equal(
            new GivingStatus(
                Address, _noon.AddHours(-1), _noon, _noon,
                $"{Address} was built at 2026-12-01 10:00:00Z, before the one in force, of 2026-12-01 11:00:00Z; "
                + "build the site again, and publish it."),
            giving.Status);
        Assert.Equal(Built(_noon.AddHours(-1)), await File.ReadAllBytesAsync(Cached));
    }

    [Fact]
    public async Task TakesThePlaceOfARehearsalThoughItIsBuiltBefore()
    {
        _server.Publish(Built(_noon.AddYears(1)), "\"rehearsal\"");
        using var giving = await OpenAsync();

        _server.Publish(Built(_noon));
        await giving.RefreshAsync(CancellationToken.None);

        Assert.Equal((_noon, null), (giving.Site.File.Built, giving.Status.Problem));
    }

    [Fact]
    public async Task StaysInForceWhileTheSiteIsAwayAndSaysSinceWhen()
    {
        _server.Publish(Built(_noon));
        using var giving = await OpenAsync();
        _server.Answer = context => { context.Response.StatusCode = 500; return Task.CompletedTask; };

        for (var i = 0; i < 2; i++)
        {
            _clock.Advance(giving.Interval);
            await giving.RefreshAsync(CancellationToken.None);
        }
        Assert.Equal((_noon, _noon, _noon.AddMinutes(1)), (giving.Site.File.Built, giving.Status.Checked, giving.Status.FailingSince));

        _server.Publish(Built(_noon));
        await giving.RefreshAsync(CancellationToken.None);
        Assert.Equal(new GivingStatus(Address, _noon, _noon.AddMinutes(2)), giving.Status);
    }

    [Fact]
    public async Task IsTheOneKeptWhereTheSiteIsAwayAtTheStart()
    {
        _server.Publish(Built(_noon));
        (await OpenAsync()).Dispose();
        var site = _server.Address;
        await _server.DisposeAsync();

        using var giving = await OpenAsync(site);

        Assert.Equal(_noon, giving.Site.File.Built);
        Assert.Equal(
            new GivingStatus(
                Cached, _noon, null, _noon,
                $"{site}/giving.json cannot be reached (ConnectionError); "
                + "see whether the site is up, and whether SITE_URL is its address."),
            giving.Status);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public async Task IsTheNewerOfTheOneKeptAndTheOneDeployed(int kept, int deployed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Cached)!);
        await File.WriteAllBytesAsync(Cached, Built(_noon.AddDays(kept)));
        await File.WriteAllBytesAsync(Deployed, Built(_noon.AddDays(deployed)));

        using var giving = await OpenAsync();

        Assert.Equal((kept == 0 ? Cached : Deployed, _noon), (giving.Status.Source, giving.Site.File.Built));
    }

    [Fact]
    public async Task IsNothingWhereWhatIsKeptIsDamagedOrOfAnotherSite()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Cached)!);
        await File.WriteAllTextAsync(Cached, "{\"editions\":[");
        File.Copy(published.GivingFile, Deployed);

        using var giving = await OpenAsync();

        Assert.Null(giving.Current);
        Assert.Null(giving.Status.Built);
        Assert.Equal("The site's giving.json has not been read yet.", Assert.Throws<SiteUnavailableException>(() => giving.Site).Message);
    }

    [Fact]
    public async Task IsKeptInTheSecondFolderWhereTheFirstCannotBeWritten()
    {
        _server.Publish(Built(_noon));

        var cache = new GivingCache("/dev/null/advocacy", Path.GetDirectoryName(Cached)!);
        using var giving = await GivingFromSite.OpenAsync(_server.Address, cache, Deployed, _clock, CancellationToken.None);

        Assert.Null(giving.Status.CacheProblem);
        Assert.True(File.Exists(Cached));
    }

    [Fact]
    public async Task IsInForceThoughItCannotBeKept()
    {
        _server.Publish(Built(_noon));

        var cache = new GivingCache("/dev/null/a", "/dev/null/b");
        using var giving = await GivingFromSite.OpenAsync(_server.Address, cache, Deployed, _clock, CancellationToken.None);

        const string CacheProblem =
            "giving.json cannot be kept in /dev/null/a or /dev/null/b; a start while the site is away will know of no campaign.";
        Assert.Equal(new GivingStatus(Address, _noon, _noon, CacheProblem: CacheProblem), giving.Status);
    }

    /// <summary>The answer, and one minute after a good start: neither takes the place of anything.</summary>
    private async Task<string?> ProblemAsync(RequestDelegate answer)
    {
        _server.Answer = answer;
        using var giving = await OpenAsync();
        Assert.Null(giving.Current);
        Assert.False(File.Exists(Cached));
        return giving.Status.Problem;
    }

    private Task<GivingFromSite> OpenAsync(string? site = null) =>
        GivingFromSite.OpenAsync(site ?? _server.Address, new(Path.GetDirectoryName(Cached)!), Deployed, _clock, CancellationToken.None);

    private byte[] Built(DateTimeOffset at)
    {
        var file = GivingFile.Read(File.ReadAllBytes(published.GivingFile));
        var editions = file.Editions.Select(edition => edition with { Settings = edition.Settings with { BaseUrl = _server.Address } });
        return (file with { Built = at, Editions = [.. editions] }).Write();
    }
}
