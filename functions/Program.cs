using Advocacy.Functions.Configuration;
using Advocacy.Functions.Operations;

namespace Advocacy.Functions;

/// <summary>The donations, as a custom handler of Azure Functions: plain HTTP on loopback behind the host.</summary>
public static class Program
{
    // The host starts a handler again unless it ends with 0, and writes what it said on stderr into its log.
    private const int Misconfigured = 78;

    public static async Task<int> Main()
    {
        var (settings, problems) = SettingsReader.Read(Environment.GetEnvironmentVariable);
        if (settings is null)
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            return Misconfigured;
        }
        await using var app = Compose(settings);
        await app.RunAsync();
        return 0;
    }

    public static WebApplication Compose(Settings settings)
    {
        var builder = Hosting.CreateBuilder(settings);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapReadiness();
        return app;
    }
}
