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

    /// <summary>The same for a worker that shares its process with others.</summary>
    public static FunctionsApplicationBuilder ComposeInProcess(string[] args)
    {
        var builder = Compose(args);
        ListenOnFreePort(builder.Services);
        return builder;
    }

    /// <summary>
    /// The extension's own port is one for all workers of a process. This one is bound here and handed over, so that nobody else can take
    /// it meanwhile; the server that listens on it closes it, and nobody else may, since the number of a closed handle is soon another's.
    /// </summary>
    public static void ListenOnFreePort(IServiceCollection services)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var (handle, address) = ((ulong)socket.Handle, socket.LocalEndPoint);
        socket.SafeHandle.SetHandleAsInvalid();
        services
            .Configure<KestrelServerOptions>(kestrel => kestrel.ListenHandle(handle))
            .PostConfigure<WorkerOptions>(worker => worker.Capabilities["HttpUri"] = $"http://{address}/");
    }
}
