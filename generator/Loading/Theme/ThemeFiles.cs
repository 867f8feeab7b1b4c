using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Content.Settings;
using Advocacy.Generator.Images;

namespace Advocacy.Generator.Loading.Theme;

/// <summary>The theme's files as served: one style sheet, fonts, script and icons, each with a content hash in its name.</summary>
public sealed partial record ThemeFiles(Assets Assets, ImmutableArray<(string Url, byte[] Bytes)> Files)
{
    public static ThemeFiles Read(string theme, SiteSettings organization, Problems problems)
    {
        var files = new List<(string Url, byte[] Bytes)>();
        var fonts = Folder(theme, "fonts", "*.woff2").Select(f => (Name: Path.GetFileName(f), Url: Add(f))).ToArray();
        var icons = Folder(theme, "icons", "*").ToDictionary(f => Path.GetFileName(f)!, AddIcon);
        var scripts = Everywhere(theme, "*.js")
            .ToImmutableSortedDictionary(f => Path.GetFileNameWithoutExtension(f)!, Add, StringComparer.Ordinal);
        var css = StyleSheet(theme);
        foreach (var (name, url) in fonts)
            css = css.Replace($"/fonts/{name}", url, StringComparison.Ordinal);
        var style = AddBytes("site.css", Encoding.UTF8.GetBytes(css));
        var manifest = AddBytes("site.webmanifest", WebManifest.Write(organization, icons));
        return new ThemeFiles(
            new Assets(style,
            [
                .. fonts.Where(f => !f.Name.Contains("italic", StringComparison.Ordinal)).Select(f => f.Url),
            ], scripts, icons.GetValueOrDefault("icon.svg", ""), icons.GetValueOrDefault("apple-touch-icon.png", ""), manifest),
            [.. files]);

        // Drawing programs leave names and paths in what they export.
        string AddIcon(string file)
        {
            switch (OriginalImage.Clean(File.ReadAllBytes(file)))
            {
                case CleanImage(var clean):
                    return AddBytes(Path.GetFileName(file), clean);
                case InvalidImage(var what, var fix):
                    problems.For(file.Replace('\\', '/')).Add(1, $"the icon {what}", fix);
                    break;
            }
            return "";
        }

        string Add(string file) => AddBytes(Path.GetFileName(file), File.ReadAllBytes(file));

        string AddBytes(string name, byte[] bytes)
        {
            var hash = Convert.ToHexStringLower(XxHash128.Hash(bytes))[..10];
            var url = $"/assets/{Path.GetFileNameWithoutExtension(name)}-{hash}{Path.GetExtension(name)}";
            files.Add((url, bytes));
            return url;
        }
    }

    private static string[] Folder(string theme, string name, string pattern)
    {
        var folder = Path.Combine(theme, name);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Each component has its files in its feature's folder, and the names of files are unique.</summary>
    private static IEnumerable<string> Everywhere(string theme, string pattern) =>
        Directory.GetDirectories(theme).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .SelectMany(folder => Directory.GetFiles(folder, pattern))
            .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal);

    /// <summary>The layers in the order that <c>css/layers.css</c> declares them in; in each its files by name.</summary>
    private static string StyleSheet(string theme)
    {
        var sheets = Everywhere(theme, "*.css").Select(File.ReadAllText).ToArray();
        var declaration = sheets.Select(css => Declaration().Match(css)).FirstOrDefault(match => match.Success);
        string[] layers = declaration?.Groups["layer"].Captures.Select(layer => layer.Value).ToArray() ?? [];
        var css = string.Concat(sheets.OrderBy(sheet => Array.IndexOf(layers, Layer().Match(sheet).Groups["layer"].Value)));
        return Space().Replace(Comment().Replace(css, ""), "\n").Trim() + "\n";
    }

    // "@layer reset, tokens, base;" and "@layer base {".
    [GeneratedRegex(@"@layer\s+(?<layer>[\w-]+)(\s*,\s*(?<layer>[\w-]+))*\s*;")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"@layer\s+(?<layer>[\w-]+)\s*\{")]
    private static partial Regex Layer();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Space();
}
