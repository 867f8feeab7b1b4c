using Advocacy.Content.Pages;

namespace Advocacy.Content.Documents;

/// <summary>What a document says, as HTML.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record DocumentText(Body Body, string Language, TextOrigin Origin);

/// <summary>Who made the HTML version of a document: the staff, in its own language or another, or a program.</summary>
public enum TextOrigin { Staff, Translation, Program }
