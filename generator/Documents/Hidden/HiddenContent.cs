namespace Advocacy.Generator.Documents.Hidden;

/// <summary>Something that a file holds and does not show.</summary>
/// <param name="Refused">Whether it keeps the file from being published; otherwise a person decides.</param>
/// <param name="Place">Where in the file, such as <c>page 3</c>; empty for the whole file.</param>
/// <param name="What">To follow the file's name, without a full stop; it never repeats what is hidden.</param>
/// <param name="Fix">Without a full stop.</param>
public sealed record HiddenContent(bool Refused, string Place, string What, string Fix);
