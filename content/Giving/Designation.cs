namespace Advocacy.Content.Giving;

/// <summary>What a donor may ask that a gift be used for. The first of a site's list is where it is needed most.</summary>
/// <param name="Slug">The value of the form's field.</param>
public sealed record Designation(string Slug, string Title);
