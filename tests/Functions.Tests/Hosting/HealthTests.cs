using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Hosting;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Sqlite;
using Advocacy.TestKit.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Functions.Hosting;

[Collection(PublishedCampaignGroup.Name)]
public sealed class HealthTests(PublishedCampaign published) : IAsyncLifetime
{
    private static readonly DateTimeOffset _noon = DateTimeOffset.Parse("2026-12-01T12:00:00Z", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("health-");
    private readonly FakeTimeProvider _clock = new(_noon);
    private SqliteLedger _ledger = null!;
    private PublishedGiving _giving = null!;
    private Health _health = null!;

    private string LedgerFile => Path.Combine(_folder.FullName, "ledger.db");

    private string GivingFile => Path.Combine(_folder.FullName, "giving.json");

    public async Task InitializeAsync()
    {
        File.Copy(published.GivingFile, GivingFile);
        _ledger = SqliteLedger.Open(LedgerFile);
        _giving = (await GivingFromFile.OpenAsync(GivingFile, _clock, CancellationToken.None)).Giving!;
        _health = HealthOf(_giving);
    }

    public async Task DisposeAsync()
    {
        _health.Dispose();
        await _ledger.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task IsOkInOneWordForThePublicAndInFullForTheOperator()
    {
        await _ledger.MarkReconcileRanAsync(_noon.AddMinutes(-30), CancellationToken.None);

        Assert.Equal((200, "{\"status\":\"ok\"}"), await AnswerAsync(_health.PublicAsync(CancellationToken.None)));
        var (status, json) = await AnswerAsync(_health.DetailsAsync(CancellationToken.None));
        Assert.Equal(200, status);
        Assert.Equal(
            $$"""
            {
              "status": "ok",
              "problems": [],
              "ledger": "writable",
              "reconciled": "2026-12-01T11:30:00Z",
              "givingFile": {
                "source": "GIVING_FILE {{GivingFile}}",
                "built": "2026-12-01T18:00:00Z",
                "checked": "2026-12-01T12:00:00Z",
                "problem": null
              },
              "giving": "on",
              "mode": "test",
              "campaigns": 2,
              "version": "VERSION"
            }
            """,
            json.Replace((await _health.ReportAsync(CancellationToken.None)).Version, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsDegradedThreeHoursAfterTheLastRunOfReconcile()
    {
        await _ledger.MarkReconcileRanAsync(_noon, CancellationToken.None);
        Assert.Equal("ok", await StatusAfterAsync(TimeSpan.FromHours(3)));

        Assert.Equal("degraded", await StatusAfterAsync(TimeSpan.FromSeconds(5)));
        Assert.Equal(
            new HealthProblem(
                "reconcile-late",
                "Reconcile last ran at 2026-12-01T12:00:00Z, and should each hour; "
                + "see what the log says, and start the app again where its timer has stopped."),
            Assert.Single(await ProblemsAsync()));
        Assert.Equal((200, "{\"status\":\"degraded\"}"), await AnswerAsync(_health.PublicAsync(CancellationToken.None)));
    }

    // An app that ends while nobody comes is never up for three hours.
    [Fact]
    public async Task IsDegradedThreeHoursAfterReconcileWasFirstExpectedHoweverOftenTheAppStarts()
    {
        Assert.Equal("ok", await StatusAfterAsync(TimeSpan.Zero));
        Assert.Equal("ok", await StatusAfterAsync(TimeSpan.FromHours(3)));
        using var next = HealthOf(_giving);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var report = await next.ReportAsync(CancellationToken.None);

        Assert.Equal(
            new HealthProblem(
                "reconcile-late",
                "Reconcile has not run since 2026-12-01T12:00:00Z, when its first run was first waited for; "
                + "see whether its timer is there, and what the log says."),
            Assert.Single(report.Problems));
    }

    [Fact]
    public async Task IsDegradedWhereTheSiteIsUnknown()
    {
        await using var site = await SiteServer.StartAsync();
        using var giving = await GivingFromSite.OpenAsync(site.Address, new(), GivingFile + ".none", _clock, CancellationToken.None);
        using var health = HealthOf(giving);

        var report = await health.ReportAsync(CancellationToken.None);

        Assert.Equal("degraded", report.Status);
        Assert.Equal(
            new HealthProblem(
                "giving-file-missing",
                $"Nothing is known of the site, so no gift can be taken. {site.Address}/giving.json answers 404; "
                + "publish the site, with Giving in its site.yml, or correct SITE_URL."),
            Assert.Single(report.Problems));
        Assert.Contains("\"giving\": \"unavailable\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsDegradedWhereTheSitesFileCouldNotBeReadForAQuarterOfAnHour()
    {
        await File.WriteAllTextAsync(GivingFile, "{");
        await _giving.RefreshAsync(CancellationToken.None);
        Assert.Equal("ok", await StatusAfterAsync(TimeSpan.FromMinutes(15)));

        Assert.Equal("degraded", await StatusAfterAsync(TimeSpan.FromSeconds(5)));
        Assert.Equal(
            new HealthProblem(
                "giving-file-not-read",
                "The site's campaigns are those of 2026-12-01T18:00:00Z; no newer file could be read since 2026-12-01T12:00:00Z. "
                + $"GIVING_FILE {GivingFile} is not the giving.json of a site; build the site again, with the generator of this version."),
            Assert.Single(await ProblemsAsync()));
    }

    [Fact]
    public async Task IsDownWhereTheLedgerCannotBeWritten()
    {
        Run("DROP TABLE mark; CREATE VIEW mark AS SELECT 'reconcile-ran' AS name, 1796126400 AS at");

        Assert.Equal((503, "{\"status\":\"down\"}"), await AnswerAsync(_health.PublicAsync(CancellationToken.None)));
        Assert.Equal(["ledger-not-writable"], (await ProblemsAsync()).Select(problem => problem.Name));
        Assert.Equal(503, (await AnswerAsync(_health.DetailsAsync(CancellationToken.None))).Status);
    }

    [Fact]
    public async Task WritesToTheLedgerOnceInFiveSeconds()
    {
        Run("""
            CREATE TABLE written (n INTEGER);
            CREATE TRIGGER a AFTER INSERT ON mark BEGIN INSERT INTO written VALUES (1); END;
            CREATE TRIGGER b AFTER UPDATE ON mark BEGIN INSERT INTO written VALUES (1); END
            """);

        for (var i = 0; i < 20; i++)
        {
            await Task.WhenAll(_health.PublicAsync(CancellationToken.None), _health.DetailsAsync(CancellationToken.None));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4L, Run("SELECT count(*) FROM written"));
    }

    private Health HealthOf(PublishedGiving giving)
    {
        Dictionary<string, string> environment = new()
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_1",
            ["STRIPE_WEBHOOK_SECRET"] = "whsec_1",
            ["LEDGER_CONNECTION"] = $"sqlite:{LedgerFile}",
            ["SITE_URL"] = "https://www.example.test",
        };
        var settings = AppSettingsReader.Read(environment.GetValueOrDefault).Settings!;
        return new(_ledger, giving, settings, _clock, NullLogger<Health>.Instance);
    }

    private async Task<string> StatusAfterAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return (await _health.ReportAsync(CancellationToken.None)).Status;
    }

    private async Task<ImmutableArray<HealthProblem>> ProblemsAsync() => (await _health.ReportAsync(CancellationToken.None)).Problems;

    private static async Task<(int Status, string Body)> AnswerAsync(Task<IResult> result)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        await (await result).ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, await new StreamReader(context.Response.Body).ReadToEndAsync());
    }

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={LedgerFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
