namespace Advocacy.Generator;

/// <param name="At">The instant for which the site is built.</param>
/// <param name="Drafts">Whether drafts are shown.</param>
/// <param name="Rehearsal">Whether the output is only for the eyes of the staff.</param>
/// <param name="BaseUrl">Takes the place of the one in <c>site.yml</c>.</param>
public sealed record BuildOptions(
    string Input, string Theme, string Output, DateTimeOffset At, bool Drafts = false, bool Rehearsal = false, string? BaseUrl = null)
{
    /// <summary>What the clock says, which <c>At</c> may be before or after.</summary>
    public DateTimeOffset Now { get; init; } = At;

    /// <summary>A folder for results that are slow to compute; safe to delete.</summary>
    public string Cache => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Output)) ?? Output, ".cache");
}
