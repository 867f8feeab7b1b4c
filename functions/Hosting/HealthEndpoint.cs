namespace Advocacy.Functions.Hosting;

/// <summary>Health over HTTP: one word for anybody, everything for callers with the function's key.</summary>
public sealed class HealthEndpoint(Health health)
{
    [Function(nameof(Health))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        health.PublicAsync(request.HttpContext.RequestAborted);

    [Function("HealthDetails")]
    public Task<IResult> RunDetailsAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "health/details")] HttpRequest request) =>
        health.DetailsAsync(request.HttpContext.RequestAborted);
}
