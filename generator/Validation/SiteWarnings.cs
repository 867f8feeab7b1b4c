using System.Collections.Immutable;
using Advocacy.Generator.Loading;
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
    ];

    public static ImmutableArray<Warning> Find(Input input, Gate gate) => [.. All.SelectMany(check => check.Find(input, gate))];
}

internal interface IWarningCheck
{
    IEnumerable<Warning> Find(Input input, Gate gate);
}
