using Advocacy.Content.Campaigns;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>What a writer wrote, and where, for what can only be judged when all is read.</summary>
public sealed record Located<T>(T Value, int Line, Problems Problems);

/// <summary>A link in <c>site.yml</c> or in a campaign.</summary>
/// <param name="Campaign">Null in <c>site.yml</c>.</param>
public sealed record Mention(string Link, int Line, Problems Problems, Campaign? Campaign = null);
