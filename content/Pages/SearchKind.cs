namespace Advocacy.Content.Pages;

/// <summary>What a search can be narrowed to.</summary>
public enum SearchKind { PressRelease, Petition, Document, Page }
