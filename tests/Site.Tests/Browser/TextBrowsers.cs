using System.Diagnostics;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Site.Browser;

/// <summary>Browsers that show text only know neither scripts nor hidden elements: they get one state of what changes.</summary>
public sealed class TextBrowsers : IDisposable
{
    private static readonly string[] _banners = ["Spring is near", "Spring is here", "Thank you for spring"];
    private static readonly string[] _texts = ["Spring begins on April 1.", "Spring lasts until April 30.", "Spring has ended."];

    private readonly SiteFolder _site = new();

    public TextBrowsers()
    {
        _site.TakeGifts();
        _site.Write("campaigns/spring.yml", SiteFolder.Spring);
    }

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("lynx", "2026-03-20T00:00:00Z", "Spring is near")]
    [InlineData("w3m", "2026-03-20T00:00:00Z", "Spring is near")]
    [InlineData("lynx", "2026-04-10T00:00:00Z", "Spring is here")]
    [InlineData("w3m", "2026-05-01T00:00:00Z", "Thank you for spring")]
    public async Task ShowOnePhaseOfACampaign(string browser, string at, string banner)
    {
        Assert.Empty(await _site.ProblemsAsync(at));

        var text = Dump(browser, "donate/index.html");

        Assert.Equal([banner], _banners.Where(b => text.Contains(b, StringComparison.Ordinal)));
        var page = Dump(browser, "campaigns/spring/index.html");
        Assert.Single(_texts, phase => page.Contains(phase, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lynx")]
    [InlineData("w3m")]
    public async Task SayNothingOfAPaymentThatIsNotKnown(string browser)
    {
        Assert.Empty(await _site.ProblemsAsync("2026-03-20T00:00:00Z"));
        var words = WordListReader.Read(SiteFolder.Theme, ["en", "es"], new Problems("", []))!.For("en");

        var text = Dump(browser, "donate/thanks/index.html");

        foreach (var state in new[] { words.PaidTitle, words.PaidText, words.PendingTitle, words.FailedTitle, words.TryAgain })
            Assert.DoesNotContain(state, text, StringComparison.Ordinal);
    }

    private string Dump(string browser, string page)
    {
        string[] options = browser == "lynx" ? ["-dump", "-nolist", "-width=500"] : ["-dump", "-cols", "500"];
        var start = new ProcessStartInfo(browser, [.. options, Path.Combine(_site.Output, page)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
