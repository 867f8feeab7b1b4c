using Advocacy.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Advocacy.Tests.Site.Browser;

/// <summary>What a journalist takes into an article.</summary>
public sealed class CopyButtonTests : IAsyncLifetime, IDisposable
{
    private const string Quotations = """
        Quotations:
          - Id: doctor
            Words: Everyone should get to a doctor.
            Speaker: Ana Example
            Role: resident
        """;

    private readonly SiteFolder _site = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _site.SpeakSpanish();
        _site.Add(SiteFolder.Release, Quotations);
        var spanish = Quotations
            .Replace("Everyone should get to a doctor.", "Todos deberían llegar al médico.", StringComparison.Ordinal)
            .Replace("resident", "vecina", StringComparison.Ordinal);
        _site.Write(
            "press-releases/ferry/index.es.md",
            $"---\nTitle: El transbordador navega\nDescription: Navega.\n{spanish}\n---\nUn texto.\n");
        var petition = File.ReadAllText(_site.PathOf(SiteFolder.Petition));
        _site.Write(
            "petitions/ferry/index.es.md",
            petition.Replace("Cite: Test Rights, petition, 2026.", "Cite: Test Rights, petición, 2026.", StringComparison.Ordinal));
        Assert.Empty(await _site.ProblemsAsync());
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    [Theory]
    [InlineData("/press-releases/ferry/", "Copy quotation", "Copied", "“Everyone should get to a doctor.” — Ana Example, resident")]
    [InlineData("/es/press-releases/ferry/", "Copiar las palabras", "Copiado", "«Todos deberían llegar al médico.» — Ana Example, vecina")]
    [InlineData("/petitions/ferry/", "Copy citation", "Copied", "Test Rights, petition, 2026.")]
    [InlineData("/es/petitions/ferry/", "Copiar la cita", "Copiado", "Test Rights, petición, 2026.")]
    public async Task CopiesTheWordsAndAnnouncesIt(string url, string button, string done, string words)
    {
        var page = await _browser!.OpenAsync(_site.Output, url);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        // There before the words come into it: a screen reader tells only what changes in a region that it knows.
        var status = page.GetByRole(AriaRole.Status);
        await Assertions.Expect(status).ToHaveTextAsync("");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).ClickAsync();

        await Assertions.Expect(status).ToHaveTextAsync(done);
        Assert.Equal(words, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task WordsCanBeSelectedByHandWithoutScript()
    {
        var withoutScript = new BrowserNewPageOptions { JavaScriptEnabled = false };
        var page = await _browser!.OpenAsync(_site.Output, "/press-releases/ferry/", withoutScript);

        await Assertions.Expect(page.GetByText("Copy quotation")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("Everyone should get to a doctor.")).ToBeVisibleAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public void Dispose() => _site.Dispose();
}
