using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Functions;

/// <summary>Which folder of the functions uses which. None uses itself by way of others.</summary>
public sealed partial class FoldersAndTheirArrows
{
    private static readonly string[] _expected =
    [
        "Campaigns: Configuration Ledger Stripe",
        "Checkout: Campaigns Configuration Http Ledger Stripe",
        "Configuration: Ledger",
        "Donations: Campaigns Checkout Configuration Http Stripe",
        "Finance: Configuration Ledger Stripe Webhooks",
        "Hosting: Campaigns Checkout Configuration Donations Finance Http Ledger Stripe Webhooks",
        "Http: Configuration Ledger",
        "Ledger:",
        "Stripe: Configuration",
        "Webhooks: Checkout Http Ledger Stripe",
    ];

    [Fact]
    public void AreTheseAndNoOther() => Assert.Equal(
        _expected, Arrows().Select(folder => $"{folder.Key}: {string.Join(' ', folder.Value)}".TrimEnd()).Order(StringComparer.Ordinal));

    [Fact]
    public void LeadToNoCircle()
    {
        var arrows = Arrows();
        // Whatever uses nothing that is left goes, until nothing does.
        while (arrows.FirstOrDefault(folder => !folder.Value.Exists(arrows.ContainsKey)).Key is { } free)
            arrows.Remove(free);

        Assert.Empty(arrows.Keys);
    }

    private static Dictionary<string, List<string>> Arrows()
    {
        var functions = Path.Combine(SiteFolder.Repository, "functions");
        return Directory.GetDirectories(functions).Select(folder => Path.GetFileName(folder)!)
            .Where(folder => char.IsAsciiLetterUpper(folder[0]) && folder != "Properties")
            .ToDictionary(folder => folder, folder => Directory.GetFiles(Path.Combine(functions, folder), "*.cs")
                .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                .Where(used => used != folder).Distinct().Order(StringComparer.Ordinal).ToList());
    }

    [GeneratedRegex(@"^using (?:static )?Advocacy\.Functions\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
