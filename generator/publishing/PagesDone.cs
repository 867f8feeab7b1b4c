namespace Advocacy.Generator.Publishing;

/// <summary>How far a build has come.</summary>
public readonly record struct PagesDone(int Done, int Of);
