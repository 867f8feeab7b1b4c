using System.Buffers;
using System.Text;

namespace Advocacy.Generator.Text;

/// <summary>Words from several places in one line, with a sign between places where no sentence ends.</summary>
public sealed class JoinedText
{
    private static readonly SearchValues<char> _ends = SearchValues.Create(".?!:;…»”’\"؟。");

    // Most texts fit, so that none is put together from pieces.
    private readonly StringBuilder _text = new(16 * 1024);

    /// <summary>Ends a heading, a paragraph, an item, so that it does not run into the next.</summary>
    public void Separate()
    {
        if (_text.Length > 0 && _text[^1] != ' ')
            _text.Append(_ends.Contains(_text[^1]) ? " " : " · ");
    }

    public void Space()
    {
        if (_text.Length > 0 && _text[^1] != ' ')
            _text.Append(' ');
    }

    public void Append(ReadOnlySpan<char> words) => _text.Append(words);

    /// <param name="words">Of one more place; null for none.</param>
    public void Add(string? words)
    {
        if (words is null)
            return;
        Separate();
        _text.Append(words);
    }

    /// <returns>All of it; the next begins anew.</returns>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }
}
