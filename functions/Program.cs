using System.Globalization;
using System.Runtime.InteropServices;
using Advocacy.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Advocacy.Functions;

/// <summary>The donations, as an isolated worker of the Azure Functions host.</summary>
public static class Program
{
    // The host logs what is written to stderr, and starts a worker again unless it ended with 0 (sysexits.h: EX_CONFIG, EX_SOFTWARE).
    private const int Misconfigured = 78;
    private const int EndedByItself = 70;

    private static readonly TimeSpan _signalPatience = TimeSpan.FromSeconds(2);

    public static async Task<int> Main(string[] args)
    {
        // What is written for machines must not change with the settings of the machine it runs on.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => signal.TrySetResult());
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => signal.TrySetResult());
        var (worker, problems) = await FunctionsApp.ComposeAsync(args, Environment.GetEnvironmentVariable, TimeProvider.System);
        if (worker is null)
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            return Misconfigured;
        }
        if (string.IsNullOrEmpty(worker.Services.GetRequiredService<IConfiguration>()["Functions:Worker:HostEndpoint"]))
        {
            await Console.Error.WriteLineAsync(
                "This is a worker of the Azure Functions host, which starts it; run dotnet run --project preview, or func start.");
            return Misconfigured;
        }
        try
        {
            await worker.RunAsync();
        }
        // The last place that can say why. The host may go away while the worker is still starting, or break its connection.
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"The worker ended with an error: {e}");
            return EndedByItself;
        }
        // A worker that ends with 0 by itself is not started again, and every request waits forever. Only a signal may ask for that; where
        // the host asks over its own protocol, it does not look at the code. The framework hears a signal, too, and may have stopped the
        // worker before we hear it.
        await Task.WhenAny(signal.Task, Task.Delay(_signalPatience));
        return signal.Task.IsCompleted ? 0 : EndedByItself;
    }
}
