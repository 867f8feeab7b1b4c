using System.Collections.Immutable;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Generator.Rendering;
using Advocacy.Generator.Validation;

namespace Advocacy.Generator;

/// <summary>The whole way from <c>input/</c> to <c>output/</c>: load, validate, plan, render, publish.</summary>
public static class SiteBuilder
{
    /// <param name="progress">Called for each page that is done, on many threads at once.</param>
    public static Task<BuildResult> RunAsync(
        BuildOptions options,
        CancellationToken cancellation,
        IProgress<BuildProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = new BuildRequest(options) { OpenOutput = () => new OutputFolder(options.Output, options.Cache), Progress = progress };
        return RunOrReportAsync(request, cancellation);
    }

    /// <summary>Finds all problems, and leaves the output as it is.</summary>
    public static Task<BuildResult> CheckAsync(
        BuildOptions options,
        CancellationToken cancellation,
        IProgress<BuildProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RunOrReportAsync(new BuildRequest(options) { Progress = progress }, cancellation);
    }

    private static async Task<BuildResult> RunOrReportAsync(BuildRequest request, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(request, cancellation);
        }
        catch (Exception e) when (MachineFailure.Of(e, request.Options.Output) is { } problem)
        {
            return new BuildResult([problem], 0, 0, null);
        }
    }

    /// <remarks>Throws what <see cref="MachineFailure"/> knows; the public methods make a problem of it.</remarks>
    internal static async Task<BuildResult> RunAsync(BuildRequest request, CancellationToken cancellation)
    {
        var (options, cache) = (request.Options, request.Cache);
        var problems = new Problems(options.Input);
        using var folders = BuildFolders.Open(options, isWritten: request.OpenOutput is not null, problems);
        if (!problems.NoneFound)
            return BuildResult.Failed(problems, []);
        if (await SiteLoader.LoadAsync(options, cache, problems) is not { } site)
        {
            new TextsWithoutSettings(options, problems).Check();
            return BuildResult.Failed(problems, []);
        }
        cancellation.ThrowIfCancellationRequested();

        var context = new CheckContext(options, site, problems);
        SiteChecks.Run(CheckStage.Loaded, context);

        // Where something is wrong already nothing is written, but all texts are rendered, to find what else is wrong.
        using var output = problems.NoneFound ? request.OpenOutput?.Invoke() : null;
        context.Plan = SitePlanner.Plan(site, context.Gate, options.Rehearsal, output, cache);
        SiteChecks.Run(CheckStage.Planned, context);

        var renderer = SiteRenderer.Create(options, site, context.Plan, context.Gate, output, cache);
        context.Rendered = await renderer.RenderAsync(request.Progress, cancellation);
        SiteChecks.Run(CheckStage.Rendered, context);
        ImmutableArray<Warning> warnings =
            [.. SiteWarnings.Find(site.Input, site.Attachments, context.Gate), .. context.Rendered.Warnings];

        if (!problems.NoneFound)
            return BuildResult.Failed(problems, warnings);
        var result = new BuildResult([], context.Plan.Plan.Pages.Length, 0, context.Gate.NextChange(site.Input)) { Warnings = warnings };
        if (output is null)
            return result;
        new SitePublisher(options, context.Plan, context.Rendered.Files, output)
            .Publish(context.Rendered.Search!, () => request.PagesAreWritten(result));
        cancellation.ThrowIfCancellationRequested();
        return result with { Written = output.Finish() };
    }
}
