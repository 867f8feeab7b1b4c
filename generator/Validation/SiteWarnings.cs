using System.Collections.Immutable;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>Every check whose findings keep nothing from being published, in the order of the report.</summary>
internal static class SiteWarnings
{
    public static ImmutableArray<IWarningCheck> All { get; } =
    [
        new UntranslatedCampaigns(),
        new TranslationGaps(),
        new DocumentAccessibility(),
        new HiddenContentWarnings(),
    ];

    public static ImmutableArray<Warning> Find(Input input, Attachments attachments, Gate gate) =>
        [.. All.SelectMany(check => check.Find(input, attachments, gate))];
}

internal interface IWarningCheck
{
    /// <param name="attachments">As far as they are known: the links of texts are when these are rendered.</param>
    IEnumerable<Warning> Find(Input input, Attachments attachments, Gate gate);
}
