using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.TestWorker;

/// <summary>A worker that does the things that a host of functions has to deal with.</summary>
public static class TestWorkerApp
{
    /// <param name="args">As the host gives them.</param>
    public static FunctionsApplicationBuilder Compose(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        // Two lines for each request would be what a benchmark measures.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>();
        builder.Services.AddSingleton<IFunctionExecutor, DirectFunctionExecutor>();
        return builder;
    }

    /// <summary>The same for a worker that shares its process with others: the extension's own port is one for all of them.</summary>
    public static FunctionsApplicationBuilder ComposeInProcess(string[] args)
    {
        var builder = Compose(args);
        var port = FreePort();
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.PostConfigure<WorkerOptions>(worker =>
            worker.Capabilities["HttpUri"] = $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
        return builder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
