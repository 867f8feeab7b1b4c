using System.Diagnostics;
using System.Globalization;

namespace Advocacy.Benchmarks;

/// <summary>How long a writer waits: from the moment a release is saved until the preview serves the new page.</summary>
public static class EditInPreview
{
    private const string Announcement = "Preview: ";
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private static readonly (string What, Func<string, string, string> Edit)[] _edits =
    [
        ("the text of a release", (text, word) => $"{text}\nThe word is {word}.\n"),
        ("the title of a release", (text, word) => text.Replace("Title: \"", $"Title: \"{word} ", StringComparison.Ordinal)),
    ];

    /// <param name="preview">The preview's program, a dll.</param>
    public static async Task MeasureAsync(string preview, string theme, int releases, int edits)
    {
        var folder = Directory.CreateTempSubdirectory("preview-benchmark-");
        var input = Path.Combine(folder.FullName, "input");
        new Corpus(releases).Write(input);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [preview, "--port", "0", "--input", input, "--theme", theme, "--output", Path.Combine(folder.FullName, "site")])
        { RedirectStandardOutput = true })!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process.StandardOutput), Timeout = _patience };
            var began = Stopwatch.GetTimestamp();
            await client.GetStringAsync(new Uri("/", UriKind.Relative));
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{releases} releases; first page after {seconds:0.0} s"));
            foreach (var (what, edit) in _edits)
                Report(what, await WaitsAsync(client, input, Math.Min(edits, releases), edit));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Uri> AddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Announcement, StringComparison.Ordinal))
                continue;
            _ = output.BaseStream.CopyToAsync(Stream.Null);
            return new Uri(line[Announcement.Length..].Split(' ')[0]);
        }
        throw new InvalidOperationException("The preview ended before it served anything.");
    }

    private static async Task<double[]> WaitsAsync(HttpClient client, string input, int edits, Func<string, string, string> edit)
    {
        var waits = new double[edits];
        for (var i = 0; i < edits; i++)
        {
            var word = $"w{Guid.NewGuid():N}";
            var file = Path.Combine(input, "press-releases", Corpus.Slug(i), "index.md");
            var page = new Uri($"/press-releases/{Corpus.Slug(i)}/", UriKind.Relative);
            var text = edit(await File.ReadAllTextAsync(file), word);
            var began = Stopwatch.GetTimestamp();
            await File.WriteAllTextAsync(file, text);
            while (!(await client.GetStringAsync(page)).Contains(word, StringComparison.Ordinal))
                await Task.Delay(2);
            waits[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            // A writer looks at what came of it before the next word.
            await Task.Delay(_look);
        }
        return waits;
    }

    private static void Report(string what, double[] waits)
    {
        var sorted = waits.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {sorted[sorted.Length / 2]:0} ms, slowest {sorted[^1]:0} ms, first {waits[0]:0} ms, of {waits.Length} edits"));
    }
}
