using System.Diagnostics;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Sqlite;
using Advocacy.TestKit;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Configuration;

/// <summary>What the process says, and with which exit code it ends, where it cannot start.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class StartupFailure(PublishedCampaign published) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("refused-").FullName;

    private string LedgerFile => Path.Combine(_folder, "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("SITE_URL", "", "SITE_URL is not set; write the address of the published site, such as https://www.example.org.")]
    [InlineData(
        "GIVING_FILE", "/nowhere/giving.json",
        "GIVING_FILE /nowhere/giving.json cannot be read; build the site, and name its giving.json.")]
    [InlineData(
        "GIVING_FILE", "/etc/hostname",
        "GIVING_FILE /etc/hostname is not the giving.json of a site; build the site again, with the generator of this version.")]
    public async Task EndsTheProcessWithTheSettingAndTheRemedy(string name, string value, string sentence) =>
        Assert.Equal((78, sentence + "\n"), await StartAsync((name, value)));

    [Fact]
    public async Task EndsTheProcessThatHasNoHost() => Assert.Equal(
        (78, "This is a worker of the Azure Functions host, which starts it; run dotnet run --project preview, or func start.\n"),
        await StartAsync(("SITE_URL", "https://www.example.test")));

    [Fact]
    public async Task EndsTheProcessThatHasNoHostWithOneLineWhereverItsTelemetryGoes()
    {
        var (code, text) = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"));

        Assert.Equal((78, 1), (code, text.Count(c => c == '\n')));
    }

    [Fact]
    public async Task EndsTheProcessWhoseKeyIsOfAnotherModeThanTheLedger()
    {
        await using (var ledger = SqliteLedger.Open(LedgerFile))
            Assert.Null(await LedgerMode.ProblemAsync(ledger, isLive: true, DateTimeOffset.UnixEpoch, CancellationToken.None));

        Assert.Equal(
            (
                78,
                "LEDGER_CONNECTION names a ledger of live gifts but STRIPE_SECRET_KEY is a test key; "
                + "name another ledger, or use a key of that mode.\n"),
            await StartAsync(("SITE_URL", "https://www.example.test")));
    }

    private async Task<(int Code, string Error)> StartAsync((string Name, string Value) wrong)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltProgram.Functions])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        (string Name, string Value)[] valid =
        [
            ("STRIPE_SECRET_KEY", "sk_test_standin"),
            ("STRIPE_WEBHOOK_SECRET", "whsec_a"),
            ("LEDGER_CONNECTION", $"sqlite:{LedgerFile}"),
            ("SITE_URL", "https://www.example.test"),
            ("GIVING_FILE", published.GivingFile),
        ];
        foreach (var (name, value) in valid.Append(wrong))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
