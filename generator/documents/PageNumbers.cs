using System.Globalization;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Documents;

/// <summary>Pages of a file, from 1, in one line.</summary>
internal static class PageNumbers
{
    public static string Write(Listing<int> pages) => string.Join(' ', pages);

    public static Listing<int> Read(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(page => int.Parse(page, CultureInfo.InvariantCulture))];
}
