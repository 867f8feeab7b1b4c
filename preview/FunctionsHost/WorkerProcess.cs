using System.Diagnostics;
using System.Globalization;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>A worker in a process of its own, which ends with this one however that ends.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // The shell starts the worker and waits for the end of its own input, which comes with the end of this process, even by SIGKILL.
    private const string Guard = """
        exec 3<&0
        "$@" </dev/null 3<&- & worker=$!
        ( read -r _; kill -9 $worker ) <&3 >/dev/null 2>&1 & guard=$!
        exec 3<&-
        wait $worker; code=$?
        kill $guard 2>/dev/null
        exit $code
        """;

    private readonly Process _process;

    private WorkerProcess(Process process)
    {
        _process = process;
        Exit = ExitAsync();
    }

    /// <summary>The worker's own, which is the shell's first child; where the system lists no children, the shell's.</summary>
    public int Id
    {
        get
        {
            var children = $"/proc/{_process.Id}/task/{_process.Id}/children";
            var first = File.Exists(children) ? File.ReadAllText(children).Split(' ')[0] : "";
            return int.TryParse(first, CultureInfo.InvariantCulture, out var worker) ? worker : _process.Id;
        }
    }

    /// <summary>Its code, once all of its output has come.</summary>
    public Task<int> Exit { get; }

    /// <param name="endpoint">Where the host listens for workers.</param>
    public static WorkerProcess Start(FunctionsHostOptions options, Uri endpoint, string workerId, WorkerLog log)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = options.Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        IEnumerable<string> command =
            OperatingSystem.IsWindows() ? options.Command : ["/bin/sh", "-c", Guard, "functions", .. options.Command];
        start.FileName = command.First();
        foreach (var argument in command.Skip(1).Concat(Arguments(endpoint, workerId)))
            start.ArgumentList.Add(argument);
        SetEnvironment(start.Environment, options);

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.FromOutput(line.Data);
        process.ErrorDataReceived += (_, line) => log.FromError(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>The end of its input makes the shell kill the worker.</summary>
    public void Kill()
    {
        _process.StandardInput.Close();
        if (OperatingSystem.IsWindows() && !_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    // The older names come first, as the host gives them.
    private static string[] Arguments(Uri endpoint, string workerId)
    {
        var (requestId, largest) = (Guid.NewGuid().ToString(), int.MaxValue.ToString(CultureInfo.InvariantCulture));
        return
        [
            "--host", endpoint.Host, "--port", endpoint.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId", workerId, "--requestId", requestId, "--grpcMaxMessageLength", largest,
            "--functions-uri", endpoint.ToString(), "--functions-worker-id", workerId,
            "--functions-request-id", requestId, "--functions-grpc-max-message-length", largest,
        ];
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, FunctionsHostOptions options)
    {
        // Another program's settings must not move the worker to another port.
        foreach (var name in (string[])["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_URLS", "URLS"])
            environment.Remove(name);
        environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        environment["FUNCTIONS_WORKER_DIRECTORY"] = options.Folder;
        environment["FUNCTIONS_APPLICATION_DIRECTORY"] = options.Folder;
        environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in options.Settings)
            environment[name] = value;
    }

    private async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}
