using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Checkouts;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Finance;
using Advocacy.Functions.Gifts;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Manage;
using Advocacy.Functions.Operations;
using Advocacy.Functions.Status;
using Advocacy.Functions.Webhooks;
using Microsoft.AspNetCore.Connections;

namespace Advocacy.Functions;

/// <summary>The donations, as a custom handler of Azure Functions: plain HTTP on loopback behind the host.</summary>
public static class Program
{
    // The host starts a handler again unless it ends with 0, and puts what it said on stderr into its log.
    private const int Misconfigured = 78;

    public static async Task<int> Main()
    {
        // What is written for machines must not change with the settings of the machine it runs on.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var (app, problems) = await ComposeAsync(Environment.GetEnvironmentVariable, TimeProvider.System);
        if (app is null)
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            return Misconfigured;
        }
        await using (app)
        {
            try
            {
                await app.RunAsync();
                return 0;
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                await Console.Error.WriteLineAsync("FUNCTIONS_CUSTOMHANDLER_PORT names a port that another program has; end that, or set another.");
                return Misconfigured;
            }
        }
    }

    /// <param name="environment">The value of a variable, or null.</param>
    /// <returns>The app, ready to start; or null, and one sentence for each setting that stands against it.</returns>
    public static async Task<(WebApplication? App, ImmutableArray<string> Problems)> ComposeAsync(Func<string, string?> environment, TimeProvider clock)
    {
        var (settings, problems) = SettingsReader.Read(environment);
        if (settings is null)
            return (null, problems);
        // A donor may be waiting for the start: what can be made ready side by side is.
        var opening = Task.Run(() => LedgerSetting.OpenAsync(settings.Ledger, settings.Identity, CancellationToken.None));
        var reading = Task.Run(() => PublishedGiving.OpenAsync(settings, clock, CancellationToken.None));
        var builder = Prepare(settings, clock);
        var (giving, problem) = await reading;
        try
        {
            var ledger = await opening;
            if (giving is not null)
                return (Compose(builder, settings, giving, ledger), []);
            await ledger.DisposeAsync();
            return (null, [problem!]);
        }
        catch (LedgerException e)
        {
            return (null, [problem ?? $"LEDGER cannot be used: {e.Message}"]);
        }
    }

    // What neither the site nor the ledger is needed for.
    private static WebApplicationBuilder Prepare(Settings settings, TimeProvider clock)
    {
        var builder = Hosting.CreateBuilder(settings);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(clock)
            .AddSingleton(_ => StripeConnection.Open(settings))
            .AddSingleton<CheckoutDesk>()
            .AddSingleton<CheckoutLimit>()
            .AddSingleton(new WebhookOptions(settings.WebhookSecrets, settings.Live))
            .AddSingleton<Bookkeeper>()
            .AddSingleton<Reconciliation>()
            .AddSingleton<StatusLimit>()
            .AddSingleton<ManageLimit>()
            .AddSingleton<PortalLogin>()
            .AddSingleton<ProgressBoard>()
            .AddSingleton<GivingMeter>()
            .AddSingleton<Health>();
        builder.AddTelemetry(settings);
        return builder;
    }

    private static WebApplication Compose(WebApplicationBuilder builder, Settings settings, PublishedGiving giving, ILedger ledger)
    {
        builder.Services
            // Made by factories, so that the container disposes of them.
            .AddSingleton(_ => ledger)
            .AddSingleton(_ => giving)
            .AddHostedService<GivingPolling>();
        var app = builder.Build();
        app.UseSecurityHeaders(settings);
        app.UseLastResort();
        app.MapReadiness();
        app.MapCreateDonation();
        app.MapStripeWebhook();
        app.MapDonationStatus();
        app.MapManageGiving();
        app.MapCampaignTotals();
        app.MapCampaignBadge();
        app.MapGiftsExport(() => app.Services.GetRequiredService<PublishedGiving>().Site.Organisation.TimeZone);
        app.MapReconcile();
        app.MapHealth();
        return app;
    }
}
