namespace Advocacy.Content.Documents;

/// <param name="Kind">As a reader says it: <c>PDF</c>, <c>ZIP</c>.</param>
/// <param name="Size">Bytes as served.</param>
public sealed record Download(string Url, string Kind, long Size);
