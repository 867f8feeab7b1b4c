namespace Advocacy.Generator.Documents;

/// <summary>The result of inspecting a file that is to be published (a discriminated union).</summary>
public abstract record FileInspection
{
    private protected FileInspection() { }
}

public sealed record InspectedFile(DocumentFacts Facts) : FileInspection;

/// <param name="What">What is wrong, to follow the file's name, without a full stop.</param>
/// <param name="Fix">How to fix it, without a full stop.</param>
public sealed record RejectedFile(string What, string Fix) : FileInspection;
