namespace Advocacy.Generator.Text;

/// <summary>
/// A sentence for a terminal or a log. Names of files and quoted words may hold characters that end a line or command a terminal.
/// </summary>
public static class OneLine
{
    /// <returns>The text with U+FFFD in place of each control character and line separator.</returns>
    public static string Of(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? '\uFFFD' : letter));
}
