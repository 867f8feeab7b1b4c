using Advocacy.Generator.Documents;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>A document that front matter names, as it lies in <c>input/</c>.</summary>
/// <param name="Page">The address of the document's own page; null where it lies beside another page.</param>
/// <param name="Language">BCP 47, as front matter says.</param>
/// <param name="Review">Null where nobody has looked at what the file hides.</param>
public sealed record DocumentFile(
    string File, string? Page, string Title, string Language, int Line, DocumentFacts Facts, HiddenReview? Review);
