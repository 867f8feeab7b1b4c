namespace Advocacy.Generator.Documents;

/// <summary>What came of looking at a file that someone wants to publish. A closed family.</summary>
public abstract record FileInspection
{
    private protected FileInspection() { }
}

public sealed record InspectedFile(DocumentFacts Facts) : FileInspection;

/// <param name="What">What is wrong, to follow the file's name, without a full stop.</param>
/// <param name="Fix">How to fix it, without a full stop.</param>
public sealed record RejectedFile(string What, string Fix) : FileInspection;
