namespace Advocacy.Functions.Campaigns;

/// <summary>A campaign's numbers for programs: public, and readable from any site.</summary>
public static class CampaignTotals
{
    // A plain delegate, since every reader of a campaign's page asks.
    public static IEndpointConventionBuilder MapCampaignTotals(this IEndpointRouteBuilder routes)
    {
        var board = routes.ServiceProvider.GetRequiredService<ProgressBoard>();
        return routes.MapMethods("/api/campaigns/{slug}", [HttpMethods.Get, HttpMethods.Head], context => TellAsync(context, board));
    }

    private static async Task TellAsync(HttpContext context, ProgressBoard board)
    {
        if (await board.ReadAsync((string)context.Request.RouteValues["slug"]!) is { } reading)
            await PublicAnswer.WriteAsync(context, "application/json", reading.Tag, reading.Json);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
