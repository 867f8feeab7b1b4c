namespace Advocacy.Theme.Localization;

/// <summary>The plural categories of CLDR.</summary>
public enum Plural { Zero, One, Two, Few, Many, Other }
