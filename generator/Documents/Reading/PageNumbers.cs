using System.Globalization;
using Advocacy.Content;

namespace Advocacy.Generator.Documents.Reading;

/// <summary>Pages of a file, from 1, in one line.</summary>
internal static class PageNumbers
{
    public static string Write(EquatableArray<int> pages) => string.Join(' ', pages);

    public static EquatableArray<int> Read(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(page => int.Parse(page, CultureInfo.InvariantCulture))];
}
