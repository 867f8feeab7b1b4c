using System.Text;
using Advocacy.Generator.Documents.Painting;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>The words that a reader of the pages sees, to tell whether others stand elsewhere in the file.</summary>
internal sealed class ShownText
{
    private const int ShortestWord = 2;

    private readonly List<string> _pages = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Letters and digits, in capitals.</summary>
    public IReadOnlySet<string> Words => _words;

    public void Add(PaintedPage page, Concealment[] concealed) =>
        Add(page.Letters.Where((_, i) => concealed[i] is Concealment.None or Concealment.CutOff));

    public void Add(IEnumerable<PaintedLetter> letters)
    {
        var text = PdfWords.Words(letters.Select(l => l.Letter));
        _pages.Add(Compact(text));
        _words.UnionWith(WordsOf(text));
    }

    /// <summary>Whether a word stands on a page, whatever spaces are set between its letters.</summary>
    public bool Has(string word) => _words.Contains(word) || _pages.Exists(p => p.Contains(word, StringComparison.Ordinal));

    public static IEnumerable<string> WordsOf(string text) =>
        text.Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord).Select(Compact);

    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
                compact.Append(char.ToUpperInvariant(c));
        }
        return compact.ToString();
    }
}
