namespace Advocacy.Generator.Documents;

/// <summary>What came of looking at a file that someone wants to publish. A closed family.</summary>
public abstract record Inspection
{
    private protected Inspection() { }
}

public sealed record Inspected(DocumentFacts Facts) : Inspection;

/// <param name="What">What is wrong, to follow the file's name, without a full stop.</param>
/// <param name="Mend">How to mend it, without a full stop.</param>
public sealed record Refused(string What, string Mend) : Inspection;
