using System.Globalization;
using Advocacy.Functions.Configuration;
using Advocacy.TestKit.Functions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Configuration;

[Collection(PublishedCampaignGroup.Name)]
public sealed class GivingFromFileTests(PublishedCampaign published) : IDisposable
{
    private static readonly DateTimeOffset _noon = DateTimeOffset.Parse("2026-12-01T12:00:00Z", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giving-");
    private readonly FakeTimeProvider _clock = new(_noon);

    private string Path => System.IO.Path.Combine(_folder.FullName, "giving.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task IsReadAgainWhenItChangesAndOnlyThen()
    {
        File.Copy(published.GivingFile, Path);
        var (giving, _) = await GivingFromFile.OpenAsync(Path, _clock, CancellationToken.None);
        var before = giving!.Site;
        await giving.RefreshAsync(CancellationToken.None);
        Assert.Same(before, giving.Site);

        File.SetLastWriteTimeUtc(Path, File.GetLastWriteTimeUtc(Path).AddSeconds(1));
        await giving.RefreshAsync(CancellationToken.None);

        Assert.NotSame(before, giving.Site);
        Assert.Equal(new GivingStatus($"GIVING_FILE {Path}", before.File.Built, _noon), giving.Status);
    }

    [Fact]
    public async Task StaysInForceWhereTheNextCannotBeRead()
    {
        File.Copy(published.GivingFile, Path);
        var (giving, _) = await GivingFromFile.OpenAsync(Path, _clock, CancellationToken.None);
        var before = giving!.Site;
        await File.WriteAllTextAsync(Path, "{");

        _clock.Advance(TimeSpan.FromMinutes(1));
        await giving.RefreshAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await giving.RefreshAsync(CancellationToken.None);

        Assert.Same(before, giving.Site);
        Assert.Equal(_noon.AddMinutes(1), giving.Status.FailingSince);
        Assert.Equal(
            $"GIVING_FILE {Path} is not the giving.json of a site; build the site again, with the generator of this version.",
            giving.Status.Problem);
    }
}
