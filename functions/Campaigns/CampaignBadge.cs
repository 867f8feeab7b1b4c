using System.Text;

namespace Advocacy.Functions.Campaigns;

/// <summary>A campaign's numbers as a picture: for pages without script, and for partners to embed.</summary>
public sealed class CampaignBadge(CampaignProgressCache cache)
{
    [Function(nameof(CampaignBadge))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "campaigns/{slug}/progress.svg")] HttpRequest request)
    {
        var slug = (string)request.RouteValues["slug"]!;
        if (await cache.ReadAsync(slug) is not { } reading)
            return Results.NotFound();
        var words = reading.Site.WordsFor(request.Query["language"]);
        var progress = reading.Progress with { Campaign = reading.Site.Campaign(slug, words.In.Tag) ?? reading.Progress.Campaign };
        var tag = progress.Tag.Insert(progress.Tag.Length - 1, $"-{words.In.Tag}");
        var picture = Encoding.UTF8.GetBytes(CampaignBadgeSvg.Draw(progress, words));
        return new PublicAnswer("image/svg+xml; charset=utf-8", tag, picture) { Policy = CampaignBadgeSvg.Policy };
    }
}
