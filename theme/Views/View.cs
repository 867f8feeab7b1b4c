namespace Advocacy.Theme.Views;

/// <summary>What one address shows. The closed family of pages that the theme can draw.</summary>
public abstract record View;
