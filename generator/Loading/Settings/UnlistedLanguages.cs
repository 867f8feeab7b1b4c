using System.Collections.Concurrent;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;

using Advocacy.Generator.Text;
namespace Advocacy.Generator.Loading.Settings;

/// <summary>
/// Files in languages that <c>site.yml</c> does not list. Where several files are in one language, the list is what is wrong, and is
/// reported once.
/// </summary>
internal sealed class UnlistedLanguages(SiteSettings site)
{
    private readonly ConcurrentBag<Located<string>> _files = [];

    /// <param name="language">Null where the file's name says none.</param>
    public bool Has(string? language, Problems file)
    {
        if (language is null || site.Languages.Contains(language) || !LanguageTag.IsOne(language))
            return false;
        _files.Add(new Located<string>(language, 1, file));
        return true;
    }

    /// <param name="line">That of Languages.</param>
    public void Report(Problems siteProblems, int line)
    {
        foreach (var files in _files.GroupBy(file => file.Value, StringComparer.Ordinal))
        {
            var first = files.MinBy(file => file.Problems.Path, StringComparer.Ordinal)!;
            if (files.Count() == 1)
                first.Problems.Add(
                    first.Line,
                    $"the language \"{files.Key}\" is not in site.yml",
                    "add it there under Languages, or take it out of the file's name");
            else
                siteProblems.Add(
                    line,
                    $"{first.Problems.Path} and {files.Count() - 1} more are in \"{files.Key}\", which is not under Languages",
                    "add it there, or take those files out");
        }
    }
}
