namespace Advocacy.Theme.Content;

/// <summary>What a search can be narrowed to.</summary>
public enum FoundKind { PressRelease, Petition, Document, Page }
