namespace Advocacy.Functions.Configuration;

/// <summary>What is known of the site's giving.json, and how up to date that is.</summary>
/// <param name="Source">Address or path that the one in force came from; where there is none, that it is awaited from.</param>
/// <param name="Built">The instant that the one in force was built for; null where there is none.</param>
/// <param name="Checked">When it was last certain to be the newest; null before the first time.</param>
/// <param name="FailingSince">When the first of the tries that failed in a row did; null where the last one succeeded.</param>
/// <param name="Problem">What the last one failed of, in one sentence with the remedy; null where it succeeded.</param>
/// <param name="CacheProblem">Why the one in force cannot be kept on this machine; null where it is.</param>
public sealed record GivingStatus(
    string Source,
    DateTimeOffset? Built,
    DateTimeOffset? Checked,
    DateTimeOffset? FailingSince = null,
    string? Problem = null,
    string? CacheProblem = null);
