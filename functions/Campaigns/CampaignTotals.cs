namespace Advocacy.Functions.Campaigns;

/// <summary>A campaign's numbers for programs: public, and readable from any site.</summary>
public sealed class CampaignTotals(CampaignProgressCache cache)
{
    [Function(nameof(CampaignTotals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "campaigns/{slug}")] HttpRequest request) =>
        await cache.ReadAsync((string)request.RouteValues["slug"]!) is { } reading
            ? new PublicAnswer("application/json", reading.Tag, reading.Json)
            : Results.NotFound();
}
