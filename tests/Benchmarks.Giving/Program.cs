using System.Globalization;
using System.Text.Json;
using Advocacy.Benchmarks.Giving;

//     dotnet run --project generator -- build
//     dotnet run -c Release --project tests/Benchmarks.Giving
//     tests/Benchmarks.Giving/start.sh
const int Rounds = 5;
const int Requests = 2000;

var giving = Path.GetFullPath("output/giving.json");
if (!File.Exists(giving))
{
    await Console.Error.WriteLineAsync($"There is no {giving}; build the site first, with dotnet run --project generator -- build.");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("benchmark-");
try
{
    using var site = JsonDocument.Parse(await File.ReadAllBytesAsync(giving));
    var campaign = site.RootElement.GetProperty("editions")[0].GetProperty("campaigns")[0].GetProperty("slug").GetString()!;
    await using var stripe = await InstantStripe.StartAsync(campaign);
    var settings = new Dictionary<string, string>
    {
        ["STRIPE_SECRET_KEY"] = "sk_test_benchmark",
        ["STRIPE_WEBHOOK_SECRET"] = Deliveries.Secret,
        ["STRIPE_API_BASE"] = stripe.Address,
        ["LEDGER_CONNECTION"] = $"sqlite:{Path.Combine(folder.FullName, "ledger.db")}",
        ["GIVING_FILE"] = giving,
        ["SITE_URL"] = "https://www.example.org",
    };
    if (args is ["start", var published, var empty])
    {
        await StartupBenchmark.CompareAsync(published, empty, settings, $"/api/campaigns/{campaign}");
        return 0;
    }
    await using var floor = await RunningWorker.StartAsync(
        RunningWorker.FolderOf("tests/TestWorker"), "testworker.dll",
        new Dictionary<string, string> { ["TESTWORKER_LEDGER"] = Path.Combine(folder.FullName, "floor.db") });
    await using var functions = await RunningWorker.StartAsync(RunningWorker.FolderOf("functions"), "functions.dll", settings);
    await using var senders = new Senders();
    var (webhook, totals) = (new Uri(functions.Address, "/api/stripe/webhook"), new Uri(functions.Address, $"/api/campaigns/{campaign}"));

    await CompareAsync("webhooks recorded durably", 0.5,
        round => senders.SendAsync(webhook, Deliveries.Signed(campaign, round, Requests)),
        round => senders.SendAsync(new(floor.Address, "/api/commit"), Deliveries.Signed(campaign, round, Requests)));
    await CompareAsync("campaign totals", 0.8,
        _ => senders.SendAsync(totals, Deliveries.Gets(Requests)),
        _ => senders.SendAsync(new(floor.Address, "/api/empty"), Deliveries.Gets(Requests)));

    await Task.Delay(TimeSpan.FromSeconds(2));
    var (raised, expected) = (await senders.RaisedAsync(totals), (long)(Rounds + 1) * Requests * Deliveries.Amount);
    Console.WriteLine($"raised {raised}, as it should be {expected}");
    return raised == expected ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

// By turns, after a round each to warm up, so that whatever else the machine does slows both alike; the median of each.
static async Task CompareAsync(string what, double wanted, Func<int, Task<double>> ours, Func<int, Task<double>> floor)
{
    var (mine, least) = (new List<double>(), new List<double>());
    for (var round = 0; round <= Rounds; round++)
    {
        var (one, other) = (await ours(round), await floor(round));
        if (round == 0) continue;
        mine.Add(one);
        least.Add(other);
    }
    var (a, b) = (Median(mine), Median(least));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what}: {a:0}/s (floor {b:0}/s), {a / b:0.00} of the floor, wanted {wanted:0.00}; rounds {Text(mine)}, floor {Text(least)}"));
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Text(List<double> values) => string.Join(' ', values.Select(value => value.ToString("0", CultureInfo.InvariantCulture)));
