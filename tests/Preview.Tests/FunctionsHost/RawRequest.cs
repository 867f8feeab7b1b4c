using System.Net.Sockets;
using System.Text;

namespace Advocacy.Tests.Preview.FunctionsHost;

/// <summary>Sends bytes that no client would send.</summary>
internal static class RawRequest
{
    /// <param name="text">Each letter is one byte, as in Latin-1.</param>
    /// <returns>All that came until the connection was closed.</returns>
    public static async Task<string> SendAsync(Uri to, string text, CancellationToken cancellation = default)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(to.Host, to.Port, cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellation);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, cancellation);
        }
        catch (IOException)
        {
            // Cut.
        }
        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
