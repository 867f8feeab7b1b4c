namespace Advocacy.Generator.Search;

/// <summary>What an index keeps of a passage.</summary>
/// <param name="Name">Of the file that has its title and text.</param>
/// <param name="Continues">Whether the passage before it is of the same page.</param>
internal sealed record IndexedPassage(string Name, bool Continues, (int Term, byte Strength)[] Terms);
