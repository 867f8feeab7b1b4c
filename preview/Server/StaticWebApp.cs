using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Advocacy.Preview.Server;

/// <summary>What Azure Static Web Apps does with a request, as far as the site uses it.</summary>
/// <remarks>https://learn.microsoft.com/azure/static-web-apps/configuration</remarks>
public sealed record StaticWebApp(
    ImmutableDictionary<string, string> GlobalHeaders,
    ImmutableArray<StaticWebApp.Route> Routes,
    ImmutableDictionary<int, StaticWebApp.Override> Overrides,
    ImmutableDictionary<string, string> MimeTypes,
    bool AlwaysSlash)
{
    public const string FileName = "staticwebapp.config.json";

    public static readonly StaticWebApp Empty = new(NoHeaders, [], ImmutableDictionary<int, Override>.Empty, NoHeaders, false);

    private static ImmutableDictionary<string, string> NoHeaders =>
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <param name="Path">Whole, or with a <c>*</c> at its end.</param>
    public sealed record Route(string Path, ImmutableDictionary<string, string> Headers, string? Redirect, string? Rewrite, int? Status)
    {
        public bool Matches(string path) => Path.EndsWith('*')
            ? path.StartsWith(Path[..^1], StringComparison.Ordinal)
            : path == Path;
    }

    public sealed record Override(string? Rewrite, string? Redirect, int? Status);

    /// <exception cref="JsonException">The text is not such a configuration.</exception>
    public static StaticWebApp Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new(
            Texts(root, "globalHeaders"),
            Member(root, "routes") is { } routes ? [.. routes.EnumerateArray().Select(ParseRoute)] : [],
            Member(root, "responseOverrides") is { } overrides
                ? overrides.EnumerateObject().ToImmutableDictionary(
                    member => int.Parse(member.Name, CultureInfo.InvariantCulture),
                    member => ParseOverride(member.Value))
                : ImmutableDictionary<int, Override>.Empty,
            Texts(root, "mimeTypes"),
            Text(root, "trailingSlash") == "always");
    }

    /// <param name="path">Decoded, beginning with a slash.</param>
    /// <param name="exists">Whether the output has a file of that path, which begins with a slash too.</param>
    public RouteResult Decide(string path, Func<string, bool> exists)
    {
        // The first route that matches is the only one that counts.
        var route = Routes.FirstOrDefault(route => route.Matches(path));
        var headers = Merge(GlobalHeaders, route?.Headers);

        if (route?.Redirect is { } target)
            return new RouteResult.Redirect(target, route.Status ?? 302, headers);
        if (route?.Status is { } status and >= 400)
            return Refuse(status, exists, headers);

        return Find(route?.Rewrite ?? path, exists) switch
        {
            _ when path == $"/{FileName}" => Refuse(404, exists, headers),
            { SlashMissing: true } => new RouteResult.Redirect($"{path}/", 301, headers),
            { IndexNamed: true } => new RouteResult.Redirect(path[..^"index.html".Length], 301, headers),
            { File: { } file } => new RouteResult.Send(file, route?.Status ?? 200, headers),
            _ => Refuse(404, exists, headers),
        };
    }

    private (string? File, bool SlashMissing, bool IndexNamed) Find(string path, Func<string, bool> exists) =>
        path.EndsWith('/') ? (exists($"{path}index.html") ? $"{path}index.html" : null, false, false)
        : exists(path) ? (path, false, AlwaysSlash && path.EndsWith("/index.html", StringComparison.Ordinal))
        : exists($"{path}/index.html") ? ($"{path}/index.html", AlwaysSlash, false)
        : (null, false, false);

    private RouteResult Refuse(int status, Func<string, bool> exists, ImmutableDictionary<string, string> headers) =>
        Overrides.GetValueOrDefault(status) switch
        {
            { Redirect: { } target } instead => new RouteResult.Redirect(target, instead.Status ?? 302, headers),
            { Rewrite: { } file } instead when exists(file) => new RouteResult.Send(file, instead.Status ?? status, headers),
            _ => new RouteResult.Nothing(status, headers),
        };

    /// <summary>A route's header takes the place of the global one; an empty one takes it away.</summary>
    private static ImmutableDictionary<string, string> Merge(
        ImmutableDictionary<string, string> global, ImmutableDictionary<string, string>? route) =>
        (route is null ? global : global.SetItems(route)) is var merged && merged.Any(header => header.Value.Length == 0)
            ? merged.RemoveRange(merged.Where(header => header.Value.Length == 0).Select(header => header.Key))
            : merged;

    private static Route ParseRoute(JsonElement route) => new(
        Text(route, "route") ?? throw new JsonException("A route of the configuration has no “route”."),
        Texts(route, "headers"), Text(route, "redirect"), Text(route, "rewrite"), Number(route, "statusCode"));

    private static Override ParseOverride(JsonElement given) =>
        new(Text(given, "rewrite"), Text(given, "redirect"), Number(given, "statusCode"));

    private static ImmutableDictionary<string, string> Texts(JsonElement element, string name) =>
        Member(element, name) is { } member
            ? NoHeaders.AddRange(member.EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString() ?? "")))
            : NoHeaders;

    private static string? Text(JsonElement element, string name) => Member(element, name)?.GetString();

    private static int? Number(JsonElement element, string name) => Member(element, name)?.GetInt32();

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member : null;
}
