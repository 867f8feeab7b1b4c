using Advocacy.Content.Campaigns;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>A campaign asks the readers of all editions. Where it is not translated, they read it in another language.</summary>
internal sealed class UntranslatedCampaigns : IWarningCheck
{
    public IEnumerable<Warning> Find(Input input, Attachments attachments, Gate gate) =>
        from campaign in input.Campaigns
        where input.IsWhole && campaign.IsInDefaultEdition && gate.Shows(campaign) && campaign.PhaseAt(gate.At)?.Kind != PhaseKind.Over
        from edition in input.Editions
        where !edition.IsDefault && !input.Campaigns.Any(c => c.Slug == campaign.Slug && c.Root == edition.Root)
        select new Warning(
            campaign.Path,
            $"is not in {edition.Language}, whose readers it asks in {campaign.Language}",
            $"put {campaign.Slug}.{edition.Language}.yml beside it");
}
