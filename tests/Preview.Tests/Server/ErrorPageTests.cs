using System.Net;
using Advocacy.Generator;
using Advocacy.Generator.Loading;
using Xunit;

namespace Advocacy.Tests.Preview.Server;

public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/about/")]
    [InlineData("/about")]
    [InlineData("/nowhere/")]
    public async Task EveryPageShowsWhatIsWrongAndWhere(string path)
    {
        await using var preview = await RunningPreview.StartAsync(Break);

        using var answer = await preview.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>1 problem keeps the site from being built</h1>", html, StringComparison.Ordinal);
        Assert.Contains("input/ferry.md:3</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<p>published &quot;2 March&quot; is not a date; write it as 2026-03-02.</p>", html, StringComparison.Ordinal);
        Assert.Contains(
            """<span class="line"><span class="number">2</span>Title: &lt;Ferry&gt;</span>"""
            + """<mark class="line"><span class="number">3</span>Published: 2 March</mark>""",
            html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.Contains("""data-page="error" defer></script>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTerminalShowsTheSame()
    {
        await using var preview = await RunningPreview.StartAsync(Break);
        await preview.GetAsync("/");

        Assert.Equal($"""
            {preview.PathOf("input/ferry.md")}:3: published "2 March" is not a date; write it as 2026-03-02.
            not built: 1 problem

            """, preview.Terminal, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task OtherFilesAreServedStill()
    {
        await using var preview = await RunningPreview.StartAsync(Break);

        using var answer = await preview.GetAsync("/assets/site.css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task ThePageComesBackWhenTheProblemsAreFixed()
    {
        await using var preview = await RunningPreview.StartAsync(Break);
        await using var events = preview.EventsAsync().GetAsyncEnumerator();
        await events.MoveNextAsync();

        // A fixed mistake that was never published changes no file of the output.
        preview.Build = (_, _, _) => Task.FromResult(new BuildResult([], 3, 0, null));
        preview.Write("input/ferry.md", "fixed");
        await events.MoveNextAsync();

        using var answer = await preview.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task AnExceptionOfTheGeneratorIsShownToo()
    {
        await using var preview = await RunningPreview.StartAsync(
            preview => preview.Build = (_, _, _) => throw new InvalidOperationException("The <press> stopped."));

        using var answer = await preview.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("The &lt;press&gt; stopped.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error.css", "text/css; charset=utf-8")]
    [InlineData("live.js", "text/javascript; charset=utf-8")]
    public async Task TheFilesOfTheErrorPageAreServed(string name, string type)
    {
        await using var preview = await RunningPreview.StartAsync(Break);

        using var answer = await preview.GetAsync($"/_preview/{name}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
    }

    private static void Break(RunningPreview preview)
    {
        const string Ferry = "input/ferry.md";
        preview.Write(Ferry, "---\nTitle: <Ferry>\nPublished: 2 March\n---\nThe ferry runs.\n");
        preview.Problems = [new Problem(preview.PathOf(Ferry), 3, "published \"2 March\" is not a date", "write it as 2026-03-02")];
    }
}
