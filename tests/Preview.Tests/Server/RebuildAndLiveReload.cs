using System.Collections.Concurrent;
using Advocacy.Generator;
using Advocacy.Generator.Loading;
using Advocacy.Preview.Server;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Advocacy.Tests.Preview.Server;

public sealed class RebuildAndLiveReload
{
    [Fact]
    public async Task TheTerminalShowsEachWarningOnce()
    {
        var untagged = new Warning("input/ferry/letter.pdf", "is not tagged", "export it with tags");
        var textless = new Warning("input/ferry/map.pdf", "has no text", "write it out");
        await using var preview = await RunningPreview.StartAsync(preview => preview.Build = (_, _, _) => Task.FromResult(
            new BuildResult([], 3, 0, null) { Warnings = preview.Builds == 0 ? [untagged] : [untagged, textless] }));
        await RunningPreview.UntilAsync(() => preview.Terminal.Contains("built 3 pages", StringComparison.Ordinal));

        preview.Write("input/about.md", "About");
        await RunningPreview.UntilAsync(() => preview.Terminal.Contains("map.pdf", StringComparison.Ordinal));

        Assert.Equal(
            [
                "warning: input/ferry/letter.pdf is not tagged; export it with tags.",
                "warning: input/ferry/map.pdf has no text; write it out.",
            ],
            preview.Terminal.Split('\n').Where(line => line.StartsWith("warning", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("input/index.md")]
    [InlineData("input/press-releases/new/index.md")]
    [InlineData("theme/styles/site.css")]
    public async Task AnOpenPageIsReloaded(string path)
    {
        await using var preview = await RunningPreview.StartAsync();
        await using var events = preview.EventsAsync().GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        var before = events.Current;

        preview.Write(path, "changed");

        Assert.True(await events.MoveNextAsync());
        Assert.NotEqual(before, events.Current);
        Assert.Contains("built 3 pages in ", preview.Terminal, StringComparison.Ordinal);
    }

    /// <summary>As git does between branches.</summary>
    [Theory]
    [InlineData("input")]
    [InlineData("theme")]
    public async Task FolderThatWasAwayIsFollowedAgain(string name)
    {
        await using var preview = await RunningPreview.StartAsync();
        await RunningPreview.UntilAsync(() => preview.Builds == 1);
        Directory.Delete(preview.PathOf(name), recursive: true);
        await RunningPreview.UntilAsync(() => preview.Builds > 1);
        var builds = preview.Builds;

        preview.Write($"{name}/below/site.css", "put back");
        await RunningPreview.UntilAsync(() => preview.Builds > builds);
        // All that the return set off has happened before the edit.
        for (builds = -1; builds != preview.Builds; await Task.Delay(300))
            builds = preview.Builds;
        preview.Write($"{name}/below/site.css", "edited");

        await RunningPreview.UntilAsync(() => preview.Builds > builds);
    }

    [Fact]
    public async Task WhatTheMachineRefusesIsTriedAgainUntilItDoesNot()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var isFull = true;
        await using var preview = await RunningPreview.StartAsync(preview =>
        {
            preview.Time = clock;
            preview.Build = (_, _, _) => isFull
                ? throw new IOException("No space left on device : '/output/a.html'", 28)
                : Task.FromResult(new BuildResult([], 3, 1, null));
        });
        await RunningPreview.UntilAsync(() => preview.Terminal.Length > 0);
        Assert.Equal(
            "/output/a.html:1: the disk is full; free some space, or name a folder on another disk.\n", preview.Terminal);
        await PassAsync(clock, () => preview.Builds == 2);
        isFull = false;

        await PassAsync(clock, () => preview.Terminal.Contains("built 3 pages", StringComparison.Ordinal));

        Assert.Equal(2, preview.Terminal.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task ClockThatWasAheadIsFollowedBack()
    {
        var clock = new AdjustableClock();
        var built = new ConcurrentQueue<DateTimeOffset>();
        await using var preview = await RunningPreview.StartAsync(preview =>
        {
            preview.Time = clock;
            preview.Build = (at, _, _) =>
            {
                built.Enqueue(at);
                return Task.FromResult(new BuildResult([], 3, 1, null));
            };
        });
        await RunningPreview.UntilAsync(() => preview.Builds == 1);

        clock.Ahead = TimeSpan.FromDays(-30);
        await PassAsync(clock, () => preview.Builds > 1);

        Assert.InRange(built.Last(), built.First().AddDays(-30), clock.GetUtcNow());
    }

    /// <summary>Lets time pass, a second at a time, until it is so.</summary>
    private static Task PassAsync(FakeTimeProvider clock, Func<bool> so) => RunningPreview.UntilAsync(() =>
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return so();
    });

    [Fact]
    public async Task AnOpenPageIsLeftAloneWhenNothingCameOutDifferently()
    {
        await using var preview = await RunningPreview.StartAsync(
            preview => preview.Build = (_, _, _) => Task.FromResult(new BuildResult([], 3, 0, null)));
        var before = await (await preview.GetAsync("/")).Content.ReadAsStringAsync();

        preview.Write("input/index.md", "the same");
        await RunningPreview.UntilAsync(() => preview.Builds > 1);

        Assert.Equal(before, await (await preview.GetAsync("/")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ManyChangesAreOneBuild()
    {
        var build = new PausedBuild();
        await using var preview = await RunningPreview.StartAsync(preview => preview.Build = build.RunAsync);
        await build.Begun;

        for (var i = 0; i < 100; i++)
            preview.Changed();
        build.Finish();
        await RunningPreview.UntilAsync(() => preview.Builds == 2);
        var last = build.Marker = "the last change";
        preview.Changed();
        await RunningPreview.UntilAsync(() => build.Markers.Contains(last));

        Assert.Equal(["", "", last], build.Markers);
    }

    [Fact]
    public async Task AChangeDuringABuildCausesAnotherAfterIt()
    {
        var build = new PausedBuild();
        await using var preview = await RunningPreview.StartAsync(preview => preview.Build = build.RunAsync);
        await build.Begun;

        preview.Changed();
        Assert.Equal(0, preview.Builds);
        build.Finish();

        await RunningPreview.UntilAsync(() => preview.Builds == 2);
        Assert.False(preview.Overlapped);
    }

    [Fact]
    public async Task ARequestWaitsForTheBuildThatIsUnderWay()
    {
        var build = new PausedBuild();
        await using var preview = await RunningPreview.StartAsync(preview => preview.Build = async (at, shown, cancellation) =>
        {
            var result = await build.RunAsync(at, shown, cancellation);
            preview.Write("output/index.html", "<!DOCTYPE html><title>Built</title><body></body>");
            return result;
        });
        await build.Begun;

        var answer = preview.GetAsync("/");
        Assert.False(answer.IsCompleted);
        build.Finish();

        using var page = await answer;
        Assert.Contains("<title>Built</title>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestDoesNotWaitForWhatABuildDoesAfterThePages()
    {
        var build = new PausedBuild { ShowsFirst = true };
        await using var preview = await RunningPreview.StartAsync(preview => preview.Build = build.RunAsync);
        await using var events = preview.EventsAsync().GetAsyncEnumerator();

        using var page = await preview.GetAsync("/");
        await events.MoveNextAsync();
        Assert.True(page.IsSuccessStatusCode);
        Assert.Equal(0, preview.Builds);

        var next = events.MoveNextAsync().AsTask();
        preview.Changed();
        Assert.Equal(0, preview.Builds);
        Assert.False(next.IsCompleted);
        build.Finish();
        await RunningPreview.UntilAsync(() => preview.Builds == 2);

        Assert.True(await next);
        // Each build was reported once.
        Assert.Equal(2, preview.Terminal.Split("built 3 pages").Length - 1);
        Assert.False(preview.Overlapped);
    }

    [Fact]
    public async Task ABugAfterThePagesWereShownIsShown()
    {
        await using var preview = await RunningPreview.StartAsync(preview => preview.Build = (_, shown, _) =>
        {
            shown(new BuildResult([], 3, 1, null));
            throw new InvalidOperationException("The index stopped.");
        });

        await RunningPreview.UntilAsync(
            () => preview.Builds == 1 && preview.Terminal.Contains("The index stopped.", StringComparison.Ordinal));
        using var page = await preview.GetAsync("/");

        Assert.Contains("The index stopped.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTimeOfTheNextChangeCountsAsOne()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var change = clock.GetUtcNow().AddHours(1);
        var built = new ConcurrentQueue<DateTimeOffset>();
        await using var preview = await RunningPreview.StartAsync(preview =>
        {
            preview.Time = clock;
            preview.Build = (at, _, _) =>
            {
                built.Enqueue(at);
                return Task.FromResult(new BuildResult([], 3, 1, at < change ? change : null));
            };
        });
        await RunningPreview.UntilAsync(() => preview.Builds == 1);

        // In small steps, since the pause before a build is one of this clock, too.
        await RunningPreview.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            return preview.Builds == 2;
        });

        Assert.True(built.Last() >= change);
    }

    [Fact]
    public async Task RedirectsAreThoseOfTheLastBuild()
    {
        await using var preview = await RunningPreview.StartAsync();
        await using var events = preview.EventsAsync().GetAsyncEnumerator();
        await events.MoveNextAsync();

        preview.Write("output/staticwebapp.config.json", """{ "routes": [{ "route": "/new/", "redirect": "/", "statusCode": 301 }] }""");
        preview.Write("input/index.md", "changed");
        await events.MoveNextAsync();

        using var answer = await preview.GetAsync("/new/");
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("index.md~", true)]
    [InlineData(".index.md.swp", true)]
    [InlineData(".#index.md", true)]
    [InlineData("#index.md#", true)]
    [InlineData("4913", true)]
    [InlineData("index.md", false)]
    [InlineData("_directory.yml", false)]
    [InlineData("press-releases", false)]
    public void TheTemporaryFilesOfEditorsDoNotCount(string name, bool temporary) =>
        Assert.Equal(temporary, InputWatcher.IsTemporary(Path.Combine("input", name)));

    /// <summary>What the clock on the wall says is not bound to how much time passes.</summary>
    private sealed class AdjustableClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
