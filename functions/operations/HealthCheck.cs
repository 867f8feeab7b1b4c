namespace Advocacy.Functions.Operations;

public static class HealthCheck
{
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/health", (Health health, CancellationToken cancellation) => health.TellAsync(cancellation));
}
