using System.Collections.Immutable;

namespace Advocacy.Preview.Server;

/// <summary>How a request is answered.</summary>
public abstract record RouteResult(int Status, ImmutableDictionary<string, string> Headers)
{
    /// <param name="File">Path in the output, beginning with a slash.</param>
    public sealed record Send(string File, int Status, ImmutableDictionary<string, string> Headers) : RouteResult(Status, Headers);

    public sealed record Redirect(string To, int Status, ImmutableDictionary<string, string> Headers) : RouteResult(Status, Headers);

    public sealed record Nothing(int Status, ImmutableDictionary<string, string> Headers) : RouteResult(Status, Headers);
}
