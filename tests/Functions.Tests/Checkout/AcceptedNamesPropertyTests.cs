using System.Globalization;
using Advocacy.Functions.Configuration;
using Advocacy.TestKit;
using Advocacy.TestKit.Functions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Advocacy.Tests.Functions.Checkout;

/// <summary>
/// Whatever names of campaigns, designations, press releases and petitions a build accepts, the donations record: once and monthly, in
/// the campaign's total and in the file for the finance department.
/// </summary>
public sealed class AcceptedNamesPropertyTests : IAsyncLifetime
{
    private readonly PublishedCampaign _published = new();
    private RunningFunctions _functions = null!;

    public async Task InitializeAsync()
    {
        await _published.InitializeAsync();
        _functions = await RunningFunctions.StartAsync(_published);
    }

    public async Task DisposeAsync()
    {
        await _functions.DisposeAsync();
        await _published.DisposeAsync();
    }

    [Property(MaxTest = 3, Arbitrary = [typeof(AnyNames)])]
    public async Task AreRecorded(string[] names)
    {
        foreach (var name in names)
            Write(name);
        // A build names each name that it refuses; without those it accepts the rest.
        var refusals = await ProblemsAsync();
        foreach (var refused in names.Where(name => refusals.Any(problem => problem.Contains(name, StringComparison.Ordinal))))
            Delete(refused);
        Assert.Empty(await ProblemsAsync());

        var accepted = names.Where(name => File.Exists(_published.Site.PathOf($"campaigns/{name}.yml"))).ToArray();
        Assert.Superset(names.Where(name => name.All(char.IsAsciiLetterLower) && name.Length <= 100).ToHashSet(), accepted.ToHashSet());
        var giving = _functions.Services.GetRequiredService<PublishedGiving>();
        for (var i = 0; i < 300 && accepted.Any(name => giving.Site.Campaign(name) is null); i++)
            await Task.Delay(100);
        foreach (var name in accepted)
        {
            await GiveAsync(name, name, "once");
            await GiveAsync(name, $"petition/{name}", "monthly");
            await _functions.UntilRaisedAsync(10_000, name);
        }

        var file = await ExportAsync();
        foreach (var name in accepted)
        {
            Assert.Contains($",{name},where-needed,{name},no,once,", file, StringComparison.Ordinal);
            Assert.Contains($",{name},where-needed,petition/{name},no,monthly,", file, StringComparison.Ordinal);
        }
        foreach (var name in accepted)
            Delete(name);
        // Else the next run would have to keep these addresses.
        Directory.Delete(_published.Site.Output, recursive: true);
    }

    private async Task GiveAsync(string campaign, string from, string frequency)
    {
        using var answer = await _functions.GiveAsync(
            ("campaign", campaign), ("amount", "50"), ("from", from), ("frequency", frequency), ("designation", "where-needed"));
        _functions.Stripe.Pay(RunningFunctions.SessionOf(answer));
    }

    private async Task<string> ExportAsync()
    {
        var days = string.Create(CultureInfo.InvariantCulture, $"from=2020-01-01&to={DateTime.UtcNow.AddDays(1):yyyy-MM-dd}");
        using var answer = await _functions.GetAsync($"/api/gifts.csv?{days}&code={_functions.Key}");
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<string[]> ProblemsAsync() => _published.Site.ProblemsAsync("2026-12-01T18:00:00Z");

    private void Write(string name)
    {
        var site = _published.Site;
        site.Write($"campaigns/{name}.yml", File.ReadAllText(site.PathOf("campaigns/general.yml")));
        site.Write($"press-releases/{name}/index.md", File.ReadAllText(site.PathOf(SiteFolder.Release)));
        site.Write($"petitions/{name}/index.md", File.ReadAllText(site.PathOf(SiteFolder.Petition)));
    }

    private void Delete(string name)
    {
        File.Delete(_published.Site.PathOf($"campaigns/{name}.yml"));
        Directory.Delete(_published.Site.PathOf($"press-releases/{name}"), recursive: true);
        Directory.Delete(_published.Site.PathOf($"petitions/{name}"), recursive: true);
    }

    /// <summary>
    /// Several names of 3 to 130 characters, of those that names of files often have. None begins with a full stop or an underscore: a
    /// build does not look at such files.
    /// </summary>
    private static class AnyNames
    {
        public static Arbitrary<string[]> Names() =>
            Name().ArrayOf(6).Select(names => names.Distinct().ToArray()).ToArbitrary();

        private static Gen<string> Name() =>
            from length in Gen.OneOf(Gen.Choose(3, 12), Gen.Choose(95, 105), Gen.Choose(3, 130))
            from rare in Gen.Elements("", "-", "-", ".", "-.", "_", "é", " ")
            from characters in Gen.Elements([.. "abc019", .. rare]).ArrayOf(length)
            from first in Gen.Elements([.. "xyz", .. rare.Where(character => character is not ('.' or '_'))])
            select $"{first}{new string(characters)[1..^1]}z";
    }
}
