using Advocacy.Theme.Content;

namespace Advocacy.Generator.Reading;

/// <summary>What a writer wrote, and where, for what can only be judged when all is read.</summary>
public sealed record Placed<T>(T Value, int Line, Problems Problems);

/// <summary>A link in <c>site.yml</c> or in a campaign.</summary>
/// <param name="Campaign">Null in <c>site.yml</c>.</param>
public sealed record Mention(string Link, int Line, Problems Problems, Campaign? Campaign = null);
