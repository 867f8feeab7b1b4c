
namespace Advocacy.Generator.Search;

/// <summary>An ending that a word may lose, so that it is found in its other forms.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Becomes">What takes its place; often nothing.</param>
/// <param name="After">At least so many UTF-16 units must stand before it.</param>
public sealed record SuffixRule(string Text, string Becomes, int After)
{
    public bool Fits(string word) => word.Length >= Text.Length + After && word.EndsWith(Text, StringComparison.Ordinal);

    /// <summary>Whether a word that this one fits never comes to a later <paramref name="other"/>.</summary>
    public bool Hides(SuffixRule other) =>
        other.Text.EndsWith(Text, StringComparison.Ordinal) && After <= other.After + other.Text.Length - Text.Length;
}
