using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Advocacy.Tests.Storage;

/// <summary>Azure's own emulator of its table service, in a separate process on a free port; it keeps nothing on disk.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Program = "tests/tools/node_modules/azurite/dist/src/table/main.js";

    private readonly string[] _options;
    private Process? _process;

    public Azurite() : this([]) { }

    internal Azurite(string[] options) => _options = options;

    public int Port { get; private set; }

    /// <summary>
    /// With the account and key that the documentation publishes:
    /// <see href="https://learn.microsoft.com/azure/storage/common/storage-use-azurite"/>.
    /// </summary>
    public string Connection =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"TableEndpoint=http://127.0.0.1:{Port}/devstoreaccount1;";

    public async Task InitializeAsync()
    {
        Port = FreePort();
        string[] always =
        [
            "--inMemoryPersistence", "--tableHost", "127.0.0.1", "--tablePort", $"{Port}",
            "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        ];
        _process = Process.Start(new ProcessStartInfo("node", [Find(Program), .. always, .. _options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        var errors = _process.StandardError.ReadToEndAsync();
        while (!await AnswersAsync(Port))
        {
            Assert.False(_process.HasExited, _process.HasExited ? await errors : "");
            await Task.Delay(100);
        }
    }

    public async Task DisposeAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path))) return Path.Combine(folder.FullName, path);
        }
        throw new FileNotFoundException($"There is no {path}; run tests/install.sh.");
    }
}
