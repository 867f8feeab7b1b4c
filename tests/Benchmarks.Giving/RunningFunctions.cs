using Advocacy.Functions.Ledger;
using Advocacy.Theme.Giving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Benchmarks.Giving;

/// <summary>The functions as they are deployed, on a free port, with a ledger in a new file.</summary>
internal sealed class RunningFunctions : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningFunctions(WebApplication app, string campaign) => (_app, Campaign) = (app, campaign);

    public string Campaign { get; }

    public Uri Webhook => new(new Uri(_app.Urls.Single()), "/api/stripe/webhook");

    public Uri Totals => new(new Uri(_app.Urls.Single()), $"/api/campaigns/{Campaign}");

    public static async Task<RunningFunctions> StartAsync(string giving, string ledger)
    {
        var environment = new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_benchmark",
            ["STRIPE_WEBHOOK_SECRET"] = Deliveries.Secret,
            ["LEDGER"] = $"sqlite:{ledger}",
            ["GIVING_FILE"] = giving,
            ["SITE_URL"] = "https://www.example.org",
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "0",
        };
        var (app, problems) = await Functions.Program.ComposeAsync(environment.GetValueOrDefault, TimeProvider.System);
        if (app is null) throw new InvalidOperationException(string.Join('\n', problems));
        await app.StartAsync();
        return new(app, GivingFile.Read(await File.ReadAllBytesAsync(giving)).Editions[0].Campaigns[0].Slug);
    }

    public async Task<long> RaisedAsync() =>
        (await _app.Services.GetRequiredService<ILedger>().TotalsAsync(Campaign, "usd", null, CancellationToken.None)).Raised;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
