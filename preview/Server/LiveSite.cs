using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Advocacy.Generator;
using Advocacy.Generator.Loading;

namespace Advocacy.Preview.Server;

/// <summary>Builds the site, and again whenever it would come out differently. Builds never overlap.</summary>
public sealed class LiveSite : IDisposable
{
    /// <summary>Saving one file makes several events; a checkout makes hundreds.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(10);

    /// <summary>A timer that is set for long is late after the machine has slept, so it is set in steps.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Until it is tried again what the machine has refused: nothing says when a disk has room again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly Func<DateTimeOffset, Action<BuildResult>, CancellationToken, Task<BuildResult>> build;
    private readonly string output;
    private readonly DateTimeOffset? at;
    private readonly TimeProvider time;
    private readonly TextWriter terminal;
    private readonly ITimer clock;

    // One place is enough: a change that comes during a build stays in it and causes the next build.
    private readonly Channel<bool> changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile TaskCompletionSource settled = Promise();
    private volatile TaskCompletionSource next = Promise();
    private volatile State shown = State.Nothing;
    private ImmutableArray<Warning> warned = [];
    private readonly Lock dueLock = new();
    private DateTimeOffset? due;
    private DateTimeOffset builtFor;

    /// <param name="build">May hand over its result before it ends, once every page is there.</param>
    /// <param name="at">The instant to build for; null: the present one, again each time the site changes by itself.</param>
    public LiveSite(
        Func<DateTimeOffset, Action<BuildResult>, CancellationToken, Task<BuildResult>> build,
        string output, DateTimeOffset? at, TimeProvider time, TextWriter terminal)
    {
        ArgumentNullException.ThrowIfNull(time);
        (this.build, this.output, this.at, this.time, this.terminal) = (build, output, at, time, terminal);
        Output = new OutputFiles(output);
        clock = time.CreateTimer(_ => BuildIfDue(), null, LongestWait, LongestWait);
    }

    public OutputFiles Output { get; }

    /// <summary>What a visitor sees.</summary>
    /// <param name="Build">Differs from all others of this and earlier runs.</param>
    /// <param name="Bug">What the generator threw; null mostly.</param>
    public sealed record State(string Build, StaticWebApp Host, ImmutableArray<Problem> Problems, string? Bug)
    {
        public static readonly State Nothing = new("", StaticWebApp.Empty, [], null);

        public bool IsBroken => Bug is not null || Problems.Length > 0;

        public bool LooksLike(State other) => Bug == other.Bug && Problems.SequenceEqual(other.Problems);
    }

    /// <summary>Says that the input may have changed.</summary>
    public void Changed() => changes.Writer.TryWrite(true);

    /// <returns>The state after the build that is under way, if one is: its output is half written until then.</returns>
    public async Task<State> SettledAsync(CancellationToken cancellation)
    {
        await settled.Task.WaitAsync(cancellation);
        return shown;
    }

    /// <summary>Yields the present build, and each later one that changed something.</summary>
    public async IAsyncEnumerable<string> BuildsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = "";
        while (true)
        {
            // Taken before the state is read, so that no build falls in between; the same one may then be met twice.
            var following = next.Task;
            var present = (await SettledAsync(cancellation)).Build;
            if (present != last)
                yield return last = present;
            await following.WaitAsync(cancellation);
        }
    }

    /// <summary>Builds until it is cancelled.</summary>
    public async Task KeepBuiltAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await BuildOnceAsync(cancellation);
                // While the writer looks at the page, lest the next one wait for it.
                GC.Collect(1);
                await changes.Reader.WaitToReadAsync(cancellation);
                await UntilQuietAsync(cancellation);
                if (settled.Task.IsCompleted)
                    settled = Promise();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Shutdown.
        }
    }

    private async Task UntilQuietAsync(CancellationToken cancellation)
    {
        while (changes.Reader.TryRead(out _))
            await Task.Delay(Quiet, time, cancellation);
    }

    private async Task BuildOnceAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var instant = at ?? time.GetUtcNow();
        var isReported = false;
        try
        {
            var result = await build(instant, Finish, cancellation);
            if (!isReported)
                Finish(result);
        }
        catch (Exception e) when (MachineFailure.Of(e, output) is { } problem)
        {
            if (!shown.Problems.Contains(problem))
                terminal.WriteLine(problem);
            BuildAgainAt(instant, time.GetUtcNow() + Retry);
            Settle(new State(shown.Build, shown.Host, [problem], null), 0);
        }
        // A bug in the generator must not end the preview: it is shown, and the next change tries again.
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            terminal.WriteLine(bug);
            BuildAgainAt(instant, null);
            Settle(new State(shown.Build, shown.Host, [], bug.ToString()), 0);
        }

        void Finish(BuildResult result)
        {
            isReported = true;
            Report(result, Stopwatch.GetElapsedTime(began));
            // One that is not in the future would build without end.
            BuildAgainAt(instant, at is null && result.NextChange > instant ? result.NextChange : null);
            Settle(new State(shown.Build, ReadHost(), result.Problems, null), result.Written);
        }
    }

    private void Settle(State built, int written)
    {
        var differs = shown.Build.Length == 0 || written > 0 || !built.LooksLike(shown);
        shown = differs ? built with { Build = Guid.NewGuid().ToString("N") } : built;
        settled.TrySetResult();
        if (differs)
        {
            var reached = next;
            next = Promise();
            reached.TrySetResult();
        }
    }

    private StaticWebApp ReadHost()
    {
        var file = Path.Combine(output, StaticWebApp.FileName);
        return File.Exists(file) ? StaticWebApp.Parse(File.ReadAllText(file)) : StaticWebApp.Empty;
    }

    private void Report(BuildResult result, TimeSpan took)
    {
        foreach (var problem in result.Problems)
            terminal.WriteLine(problem);
        // Once: after ten edits of one text a writer knows that a document lacks its tags.
        foreach (var warning in result.Warnings.Except(warned))
            terminal.WriteLine(warning);
        warned = result.Warnings;
        var seconds = took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        terminal.WriteLine(result.Problems.Length > 0
            ? $"not built: {Count(result.Problems.Length, "problem")}"
            : $"built {Count(result.Pages, "page")} in {seconds} s");
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <param name="built">The instant that the site was built for.</param>
    private void BuildAgainAt(DateTimeOffset built, DateTimeOffset? instant)
    {
        lock (dueLock)
            (builtFor, due) = (built, instant);
        BuildIfDue();
    }

    private void BuildIfDue()
    {
        lock (dueLock)
        {
            var now = time.GetUtcNow();
            // Somebody has set the clock back, and what is shown may not be due yet.
            var isAhead = at is null && builtFor > now;
            if (isAhead || due <= now)
                Changed();
            else
                clock.Change(due - now is { } left && left < LongestWait ? left + TimeSpan.FromMilliseconds(1) : LongestWait, LongestWait);
        }
    }

    private static TaskCompletionSource Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => clock.Dispose();
}
