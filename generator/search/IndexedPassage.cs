namespace Advocacy.Generator.Search;

/// <summary>What an index keeps of a passage.</summary>
/// <param name="Number">From 0; from 1 on it continues the passage before it.</param>
/// <param name="Name">Of the file that has its title and text.</param>
internal sealed record IndexedPassage(DateOnly Date, string Url, int Number, string Name, (int Term, byte Strength)[] Terms);
