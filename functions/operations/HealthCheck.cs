namespace Advocacy.Functions.Operations;

public static class HealthCheck
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/health", (Health health, CancellationToken cancellation) => health.PublicAsync(cancellation));
        // The host asks for the function's key.
        routes.MapGet("/api/health/details", (Health health, CancellationToken cancellation) => health.DetailsAsync(cancellation));
    }
}
