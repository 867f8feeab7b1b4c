namespace Advocacy.Theme.Views;

/// <param name="Format">As readers know it: <c>Atom</c>, <c>RSS</c>, <c>JSON</c>.</param>
public sealed record Feed(string Title, string Format, string Url, string MediaType);
