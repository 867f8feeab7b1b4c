namespace Advocacy.Theme.Localization;

/// <summary>Languages that documents are often in, and that a word list can name.</summary>
public enum SpokenLanguage { English, Spanish, French, Portuguese, German, Arabic, Hebrew, Chinese }
