using Advocacy.Theme.Views;

namespace Advocacy.Generator.Validation;

/// <summary>Lists, campaigns and the search have addresses that no file may take.</summary>
internal sealed class ListAddressCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Planned;

    public void Check(CheckContext context)
    {
        var lists = context.Plan.Plan.Pages.Select(p => p.Page)
            .Where(p => p.View is ReleaseListView { Year: null } or PetitionListView or TopicListView or SearchView or CampaignView)
            .DistinctBy(p => p.Url, StringComparer.Ordinal)
            .ToDictionary(p => p.Url, p => p.Title, StringComparer.Ordinal);
        foreach (var entry in context.Input.Entries)
        {
            if (lists.TryGetValue(entry.Content.Url, out var title))
                entry.Problems.Add(1, $"the address {entry.Content.Url} is that of {title}", "rename the file");
        }
    }
}
