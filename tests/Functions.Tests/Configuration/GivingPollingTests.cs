using System.Globalization;
using Advocacy.Functions.Configuration;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Configuration;

[Collection(PublishedCampaignGroup.Name)]
public sealed class GivingPollingTests(PublishedCampaign published) : IDisposable
{
    private static readonly DateTimeOffset _noon = DateTimeOffset.Parse("2026-12-01T12:00:00Z", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giving-");
    private readonly FakeTimeProvider _clock = new(_noon);
    private readonly KeptLog _log = new();

    private string Path => System.IO.Path.Combine(_folder.FullName, "giving.json");

    public void Dispose()
    {
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task GoesOnWhateverItFindsAndLogsEachProblemOnce()
    {
        File.Copy(published.GivingFile, Path);
        var (giving, _) = await GivingFromFile.OpenAsync(Path, _clock, CancellationToken.None);
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(_log));
        using var polling = new GivingPolling(giving!, _clock, logs.CreateLogger<GivingPolling>());
        await polling.StartAsync(CancellationToken.None);

        await File.WriteAllTextAsync(Path, "{");
        await PollAsync(() => giving!.Status.Problem is not null);
        await PollAsync(() => giving!.Status.Problem is not null);
        File.Delete(Path);
        await PollAsync(() => giving!.Status.Problem!.Contains("cannot be read", StringComparison.Ordinal));
        File.Copy(published.GivingFile, Path);
        await PollAsync(() => giving!.Status.Problem is null);
        Assert.False(polling.ExecuteTask!.IsCompleted);
        await polling.StopAsync(CancellationToken.None);

        Assert.Equal(
            [
                $"Information: GIVING_FILE {Path} is in force, built at 12/01/2026 18:00:00 +00:00",
                $"Error: GIVING_FILE {Path} is not the giving.json of a site; build the site again, with the generator of this version. "
                    + "The one read before stays in force.",
                $"Error: GIVING_FILE {Path} cannot be read; build the site, and name its giving.json. The one read before stays in force.",
                $"Information: GIVING_FILE {Path} is in force, built at 12/01/2026 18:00:00 +00:00",
            ],
            _log.Lines);
    }

    /// <summary>Moves the clock on to the next poll, again and again, until its result is seen.</summary>
    private async Task PollAsync(Func<bool> isSeen)
    {
        for (var i = 0; i < 3 || !isSeen(); i++)
        {
            Assert.True(i < 1000);
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(10);
        }
    }
}
