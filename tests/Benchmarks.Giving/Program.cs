using System.Globalization;
using Advocacy.Benchmarks.Giving;

// The functions log to stdout, so the figures go to stderr:
//     dotnet run --project generator -- build
//     dotnet run -c Release --project tests/Benchmarks.Giving > /dev/null
const int Rounds = 5;
const int Requests = 4000;

var giving = args is [var path] ? path : "output/giving.json";
if (!File.Exists(giving))
{
    await Console.Error.WriteLineAsync($"There is no {giving}; build the site first, with dotnet run --project generator -- build.");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("benchmark-");
try
{
    await using var floor = await Floor.StartAsync(Path.Combine(folder.FullName, "floor.db"));
    await using var functions = await RunningFunctions.StartAsync(giving, Path.Combine(folder.FullName, "ledger.db"));
    await using var senders = new Senders();

    await CompareAsync("webhooks recorded durably", 0.5,
        round => senders.SendAsync(functions.Webhook, Deliveries.Signed(functions.Campaign, round, Requests)),
        round => senders.SendAsync(floor.Commit, Deliveries.Signed(functions.Campaign, round, Requests)));
    await CompareAsync("campaign totals", 0.8,
        _ => senders.SendAsync(functions.Totals, Deliveries.Questions(Requests)),
        _ => senders.SendAsync(floor.Empty, Deliveries.Questions(Requests)));
    var raised = await functions.RaisedAsync();
    await Console.Error.WriteLineAsync($"raised {raised}, as it should be {(long)(Rounds + 1) * Requests * Deliveries.Amount}");
    return raised == (long)(Rounds + 1) * Requests * Deliveries.Amount ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

// Turn about, after a round each to warm up, so that whatever else the machine does befalls both alike; the median of each.
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
    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
        $"{what}: {a:0}/s (floor {b:0}/s), {a / b:0.00} of the floor, wanted {wanted:0.00}; rounds {Text(mine)}, floor {Text(least)}"));
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Text(List<double> values) => string.Join(' ', values.Select(value => value.ToString("0", CultureInfo.InvariantCulture)));
