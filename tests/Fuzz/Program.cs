using System.Diagnostics;
using System.Globalization;
using Advocacy.Fuzz;

// fuzz [MINUTES [SEED]]: tries sites that nobody would write, for a time, and ends with 1 where the generator failed on one of them.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args.Length > 2 || args.Any(arg => !int.TryParse(arg, out var number) || number < 1))
{
    await Console.Error.WriteLineAsync("Usage: fuzz [MINUTES [SEED]]; without them one minute, and a seed of its own.");
    return 2;
}
var time = TimeSpan.FromMinutes(args.Length > 0 ? int.Parse(args[0], null) : 1);
var seed = args.Length > 1 ? int.Parse(args[1], null) : Random.Shared.Next(1, 1_000_000_000);
Console.WriteLine($"Seed {seed}");

var clock = Stopwatch.StartNew();
var (cases, findings, ends) = (0, 0, new SortedDictionary<string, int>(StringComparer.Ordinal));
for (; clock.Elapsed < time; cases++)
{
    var outcome = await SiteFuzzer.TryAsync(seed + cases);
    ends[$"{outcome.Command} {outcome.Code}"] = ends.GetValueOrDefault($"{outcome.Command} {outcome.Code}") + 1;
    if (outcome.Finding is not { } finding)
        continue;
    findings++;
    Console.WriteLine($"\n{seed + cases}: {string.Join(", ", outcome.Changes)}\n{finding}");
}
Console.WriteLine($"\n{cases} cases in {clock.Elapsed.TotalMinutes:0.0} minutes, {findings} findings");
Console.WriteLine(string.Join(", ", ends.Select(end => $"{end.Key}: {end.Value}")));
return findings == 0 ? 0 : 1;
