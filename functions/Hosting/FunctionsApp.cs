using System.Collections.Immutable;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Donations;
using Advocacy.Functions.Finance;
using Advocacy.Functions.Http;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;
using Advocacy.Functions.Webhooks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Advocacy.Functions.Hosting;

/// <summary>The donations as a worker of the Azure Functions host: what is composed of what.</summary>
public static class FunctionsApp
{
    /// <param name="args">As the host starts a worker: where it listens, and the worker's id.</param>
    /// <param name="environment">The value of a variable, or null.</param>
    /// <param name="configure">Further services, and a server of one's own; null as the host has it.</param>
    /// <returns>The worker, ready to start; or null, and one sentence for each setting that stands against it.</returns>
    public static async Task<(IHost? Worker, ImmutableArray<string> Problems)> ComposeAsync(
        string[] args, Func<string, string?> environment, TimeProvider clock, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var (settings, problems) = AppSettingsReader.Read(environment);
        if (settings is null)
            return (null, problems);
        // A donor may be waiting for the start: what can be made ready side by side is.
        var opening = Task.Run(() => LedgerSetting.OpenAsync(settings.LedgerConnection, settings.Identity, CancellationToken.None));
        var reading = Task.Run(() => PublishedGiving.OpenAsync(settings, clock, CancellationToken.None));
        var builder = Prepare(args, settings, clock);
        var (giving, problem) = await reading;
        try
        {
            var ledger = await opening;
            problem ??= await LedgerMode.ProblemAsync(ledger, settings.Live, clock.GetUtcNow(), CancellationToken.None);
            if (giving is not null && problem is null)
            {
                // Made by factories, so that the container disposes of them.
                builder.Services.AddSingleton(_ => ledger).AddSingleton(_ => giving).AddHostedService<GivingPolling>();
                configure?.Invoke(builder);
                return (builder.Build(), []);
            }
            await ledger.DisposeAsync();
            return (null, [problem!]);
        }
        catch (LedgerException e)
        {
            return (null, [problem ?? $"LEDGER_CONNECTION cannot be used: {e.Message}"]);
        }
    }

    private static FunctionsApplicationBuilder Prepare(string[] args, AppSettings settings, TimeProvider clock)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<SecurityHeaders>();
        builder.UseMiddleware<RequestBodyMiddleware>();
        builder.UseMiddleware<ErrorMiddleware>();
        builder.Services
            .AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>()
            .AddSingleton<IFunctionExecutor, DirectFunctionExecutor>()
            .Configure<KestrelServerOptions>(kestrel =>
            {
                kestrel.AddServerHeader = false;
                // Each function reads up to a limit of its own, and the rest is drained: the server's limit would break the connection off.
                kestrel.Limits.MaxRequestBodySize = null;
            });
        WithoutDataProtection(builder.Services);
        AddOurs(builder.Services, settings, clock);
        builder.AddTelemetry(settings);
        return builder;
    }

    private static void AddOurs(IServiceCollection services, AppSettings settings, TimeProvider clock) => services
        .AddSingleton(settings)
        .AddSingleton(clock)
        .AddSingleton(_ => StripeConnection.Open(settings, clock))
        .AddSingleton<CheckoutSessionOpener>()
        .AddSingleton<CheckoutLimit>()
        .AddSingleton(new WebhookOptions(settings.WebhookSecrets, settings.Live))
        .AddSingleton<EventRecorder>()
        .AddSingleton<Reconciliation>()
        .AddSingleton<StatusLimit>()
        .AddSingleton(_ => new SessionStatusCache(StripeConnection.Open(settings, clock), clock))
        .AddSingleton<ManageLimit>()
        .AddSingleton<PortalLogin>()
        .AddSingleton<CampaignProgressCache>()
        .AddSingleton<DonationMetrics>()
        .AddSingleton<SecurityHeaders>()
        .AddSingleton<Health>();

    /// <summary>
    /// The integration adds MVC, and MVC keys for cookies and forms of its own that we do not use. They would be made in the home folder at
    /// the start, while somebody waits.
    /// </summary>
    private static void WithoutDataProtection(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ImplementationType?.Name == "DataProtectionHostedService") is { } keys)
            services.Remove(keys);
    }
}
