using System.Diagnostics;
using System.Globalization;

namespace Advocacy.Benchmarks.Giving;

/// <summary>
/// The time from start to the first answer, by turns with a worker that does nothing; and memory under load and over restarts.
/// </summary>
internal static class StartupBenchmark
{
    private const int Rounds = 8;
    private const int Restarts = 10;
    private static readonly TimeSpan _load = TimeSpan.FromMinutes(1);

    /// <param name="functions">The published functions.</param>
    /// <param name="empty">The published test worker.</param>
    public static async Task CompareAsync(string functions, string empty, IReadOnlyDictionary<string, string> settings, string totals)
    {
        var (ours, least) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var one = await FirstAnswerAsync(functions, "functions.dll", settings, totals);
            var other = await FirstAnswerAsync(empty, "testworker.dll", settings, "/api/empty");
            if (round == 0) continue;
            ours.Add(one);
            least.Add(other);
        }
        var (a, b) = (Median(ours), Median(least));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"start to first answer: {a:0} ms (empty worker {b:0} ms), {a / b:0.00} times, wanted at most 1.50"));
        await WatchMemoryAsync(functions, settings, totals);
    }

    private static async Task<double> FirstAnswerAsync(
        string folder, string assembly, IReadOnlyDictionary<string, string> settings, string path)
    {
        var clock = Stopwatch.StartNew();
        await using var worker = await RunningWorker.StartAsync(folder, assembly, settings);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(worker.Address, path));
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task WatchMemoryAsync(string functions, IReadOnlyDictionary<string, string> settings, string totals)
    {
        await using var worker = await RunningWorker.StartAsync(functions, "functions.dll", settings);
        await using var senders = new Senders();
        var (clock, load, restarts) = (Stopwatch.StartNew(), new List<long>(), new List<long>());
        while (clock.Elapsed < _load)
        {
            for (var step = 0; step < 10 && clock.Elapsed < _load; step++)
                await senders.SendAsync(new(worker.Address, totals), Deliveries.Gets(500));
            load.Add(worker.Megabytes);
        }
        for (var restart = 0; restart < Restarts; restart++)
        {
            await worker.RestartAsync();
            await senders.SendAsync(new(worker.Address, totals), Deliveries.Gets(500));
            restarts.Add(worker.Megabytes);
        }
        Console.WriteLine($"MB of memory over a minute of load: {string.Join(' ', load)}");
        Console.WriteLine($"MB of memory over {Restarts} restarts: {string.Join(' ', restarts)}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
