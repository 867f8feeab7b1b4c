namespace Advocacy.Generator;

/// <summary>How far a build has come.</summary>
public readonly record struct BuildProgress(int Done, int Of);
