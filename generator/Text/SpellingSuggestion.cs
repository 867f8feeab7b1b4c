namespace Advocacy.Generator.Text;

public static class SpellingSuggestion
{
    /// <returns>The known word that needs the fewest changes of a letter; null where none is near.</returns>
    public static string? To(string word, IEnumerable<string> known)
    {
        var wanted = word.ToUpperInvariant();
        var best = known.Where(k => Math.Abs(k.Length - word.Length) <= Farthest(k))
            .Select(k => (Word: k, Distance: Distance(wanted, k.ToUpperInvariant()))).DefaultIfEmpty().MinBy(x => x.Distance);
        return best.Word is not null && best.Distance <= Farthest(best.Word) ? best.Word : null;
    }

    private static int Farthest(string known) => Math.Max(2, known.Length / 3);

    /// <summary>Levenshtein's distance, with one row kept.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
