using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Advocacy.Generator.Loading;

namespace Advocacy.Preview.Server;

/// <summary>Stands in for every page while the site cannot be built.</summary>
public static class ErrorPage
{
    /// <summary>The page needs its own two files and nothing else.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const int LinesAround = 3;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="read">The lines of the file of that path; null where it cannot be read.</param>
    public static string Render(LiveSite.State state, Func<string, IReadOnlyList<string>?> read)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(read);
        var heading = state.Bug is not null ? "The generator failed"
            : state.Problems.Length == 1 ? "1 problem keeps the site from being built"
            : $"{state.Problems.Length} problems keep the site from being built";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{heading}</title>
            <link rel="stylesheet" href="/_preview/error.css">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <main>
            <h1>{heading}</h1>
            <p>This page goes away by itself when the files are fixed.</p>
            {(state.Bug is null ? List(state.Problems, read) : Bug(state.Bug))}
            </main>
            {LiveReload.Script(state.Build, isErrorPage: true)}
            </body>
            </html>
            """;
    }

    private static string Bug(string bug) => $"""
        <p>This is a fault in the program, not in what you wrote. The last change may show what set it off.</p>
        <pre tabindex="0" aria-label="What the program said"><code>{string.Concat(bug.Split('\n').Select(Line))}</code></pre>
        """;

    private static string Line(string text) => $"<span class=\"line\">{Encode(text)}</span>";

    private static string List(ImmutableArray<Problem> problems, Func<string, IReadOnlyList<string>?> read) =>
        $"<ol>\n{string.Concat(problems.Select(problem => Item(problem, read)))}</ol>";

    private static string Item(Problem problem, Func<string, IReadOnlyList<string>?> read) => $"""
        <li>
        <h2>{Encode($"{problem.Path}:{problem.Line}")}</h2>
        <p>{Encode($"{problem.What}; {problem.Fix}.")}</p>
        {Excerpt(problem, read(problem.Path))}
        </li>

        """;

    private static string Excerpt(Problem problem, IReadOnlyList<string>? lines)
    {
        if (lines is null || problem.Line < 1 || problem.Line > lines.Count)
            return "";

        var first = Math.Max(1, problem.Line - LinesAround);
        var last = Math.Min(lines.Count, problem.Line + LinesAround);
        var excerpt = new StringBuilder();
        for (var number = first; number <= last; number++)
        {
            var element = number == problem.Line ? "mark" : "span";
            excerpt.Append(CultureInfo.InvariantCulture,
                $"<{element} class=\"line\"><span class=\"number\">{number}</span>{Encode(lines[number - 1])}</{element}>");
        }
        return $"""<pre tabindex="0" aria-label="{Encode(problem.Path)}, lines {first} to {last}"><code>{excerpt}</code></pre>""";
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
