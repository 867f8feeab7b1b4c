using System.Globalization;
using Advocacy.Tests.Site.Browser;
using Advocacy.Theme.Localization;
using Microsoft.Playwright;
using Xunit;

namespace Advocacy.Tests.Site.Localization;

/// <summary>
/// The browser has CLDR's rules, and counts by them where a script does: a page must not say another form than its script.
/// </summary>
public sealed class CldrPluralRules
{
    private static readonly int[] _numbers =
        [.. Enumerable.Range(0, 1_101), 20_000, 40_000, 100_000, 999_999, 1_000_000, 2_000_000, 2_100_000];

    private static readonly string[] _languagesOfTheSites = ["ar", "en", "es", "fr", "pl", "pt-PT"];

    [Fact]
    public async Task AreThoseOfTheBrowserInEveryLanguage()
    {
        var neutral = CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.TwoLetterISOLanguageName);
        string[] tags = [.. neutral.Append("pt-PT").Distinct().Where(tag => tag != "iv").Order(StringComparer.Ordinal)];
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();

        var said = await page.EvaluateAsync<string[]>("""
            ([tags, numbers]) => Intl.PluralRules.supportedLocalesOf(tags).map(tag => {
              const rules = new Intl.PluralRules(tag);
              return `${tag}: ${numbers.map(number => rules.select(number)).join(" ")}`;
            })
            """, new object[] { tags, _numbers });

        Assert.Equal(said, said.Select(line => Line(line.Split(':')[0])));
        Assert.All(
            _languagesOfTheSites,
            tag => Assert.Contains(said, line => line.StartsWith($"{tag}:", StringComparison.Ordinal)));
    }

    private static string Line(string tag)
    {
        var language = new WordLanguage(tag);
        return $"{tag}: " + string.Join(' ', _numbers.Select(number => language.PluralOf(number).ToString().ToLowerInvariant()));
    }
}
