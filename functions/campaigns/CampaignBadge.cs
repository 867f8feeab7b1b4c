using System.Text;

namespace Advocacy.Functions.Campaigns;

/// <summary>A campaign's numbers as a picture: for pages without script, and for partners to embed.</summary>
public static class CampaignBadge
{
    public static IEndpointConventionBuilder MapCampaignBadge(this IEndpointRouteBuilder routes)
    {
        var board = routes.ServiceProvider.GetRequiredService<ProgressBoard>();
        return routes.MapMethods("/api/campaigns/{slug}/progress.svg", [HttpMethods.Get, HttpMethods.Head], context => DrawAsync(context, board));
    }

    private static async Task DrawAsync(HttpContext context, ProgressBoard board)
    {
        var slug = (string)context.Request.RouteValues["slug"]!;
        if (await board.ReadAsync(slug) is not { } reading)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var words = reading.Site.WordsFor(context.Request.Query["language"]);
        var told = reading.Progress with { Campaign = reading.Site.Campaign(slug, words.In.Tag) ?? reading.Progress.Campaign };
        context.Response.Headers.ContentSecurityPolicy = BadgePicture.Policy;
        var tag = reading.Tag.Insert(reading.Tag.Length - 1, $"-{words.In.Tag}");
        await PublicAnswer.WriteAsync(context, "image/svg+xml; charset=utf-8", tag, Encoding.UTF8.GetBytes(BadgePicture.Draw(told, words)));
    }
}
