using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Rendering;

/// <summary>The theme's files as served: one style sheet, fonts, script and icons, each with a content hash in its name.</summary>
public sealed partial record ThemeFiles(Assets Assets, ImmutableArray<(string Url, byte[] Bytes)> Files)
{
    private static readonly string[] _layers = ["reset", "tokens", "base", "layout", "components", "utilities", "print"];

    public static ThemeFiles Read(string theme, Organisation organisation)
    {
        var files = new List<(string Url, byte[] Bytes)>();
        var fonts = Folder(theme, "fonts", "*.woff2").Select(f => (Name: Path.GetFileName(f), Url: Add(f))).ToArray();
        var icons = Folder(theme, "icons", "*").ToDictionary(f => Path.GetFileName(f)!, Add);
        var scripts = Folder(theme, "js", "*.js").ToImmutableSortedDictionary(f => Path.GetFileNameWithoutExtension(f)!, Add, StringComparer.Ordinal);
        var css = StyleSheet(theme);
        foreach (var (name, url) in fonts)
            css = css.Replace($"/fonts/{name}", url, StringComparison.Ordinal);
        var style = AddBytes("site.css", Encoding.UTF8.GetBytes(css));
        var manifest = AddBytes("site.webmanifest", Machines.WebManifest.Write(organisation, icons));
        return new ThemeFiles(
            new Assets(style, [.. fonts.Where(f => !f.Name.Contains("italic", StringComparison.Ordinal)).Select(f => f.Url)], scripts, icons.GetValueOrDefault("icon.svg", ""), icons.GetValueOrDefault("apple-touch-icon.png", ""), manifest),
            [.. files]);

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

    private static string StyleSheet(string theme)
    {
        var files = Folder(theme, "css", "layers.css").Concat(_layers.SelectMany(layer => Folder(theme, Path.Combine("css", layer), "*.css")));
        var css = string.Concat(files.Select(File.ReadAllText));
        return Space().Replace(Comment().Replace(css, ""), "\n").Trim() + "\n";
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Space();
}
