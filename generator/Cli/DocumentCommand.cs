using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Cli;

/// <summary><c>check --document</c>: what the build would say of one file, before anybody hands it in. Nothing of it is kept.</summary>
internal static class DocumentCommand
{
    /// <returns>The exit code: 0; 1 where the file would be refused.</returns>
    public static async Task<int> RunAsync(string file, TextWriter output, TextWriter errors, TimeProvider time)
    {
        var cache = Directory.CreateTempSubdirectory("document-");
        try
        {
            return DocumentInspector.Inspect(file, cache.FullName) switch
            {
                InspectedFile(var facts) => await ReportAsync(file, facts, output, errors, time),
                RejectedFile(var what, var fix) => await RefuseAsync($"{file} {what}; {fix}.", errors),
                _ => throw new InvalidOperationException("A file is inspected or rejected."),
            };
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    private static async Task<int> ReportAsync(
        string file, DocumentFacts facts, TextWriter output, TextWriter errors, TimeProvider time)
    {
        foreach (var hidden in facts.Hidden.OrderByDescending(h => h.Refused))
        {
            var kind = hidden.Refused ? "error" : "warning";
            await errors.WriteLineAsync($"{kind}: {file} {HiddenContentSentence.Of(hidden)}; {hidden.Fix}.");
        }
        foreach (var issue in AccessibilityIssue.Of(facts, writtenOut: false))
            await errors.WriteLineAsync($"warning: {file} {issue.What}; {issue.Fix}.");
        if (!facts.Hidden.IsEmpty)
        {
            await output.WriteLineAsync("If readers may have all that is in the file, add these lines to it in front matter:");
            await output.WriteLineAsync(HiddenReview.Lines(facts, DateOnly.FromDateTime(time.GetLocalNow().Date)));
        }
        if (facts.Hidden.Any(h => h.Refused))
            return await RefuseAsync($"{file} would be refused.", errors);
        await output.WriteLineAsync($"{file} would be published.");
        return 0;
    }

    private static async Task<int> RefuseAsync(string sentence, TextWriter errors)
    {
        await errors.WriteLineAsync(sentence);
        return 1;
    }
}
