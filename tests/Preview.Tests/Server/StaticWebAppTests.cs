using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Advocacy.Tests.Preview.Server;

public sealed class StaticWebAppTests : IAsyncLifetime
{
    private RunningPreview preview = null!;

    public async Task InitializeAsync() => preview = await RunningPreview.StartAsync();

    public async Task DisposeAsync() => await preview.DisposeAsync();

    [Theory]
    [InlineData("/old/", HttpStatusCode.MovedPermanently, "/about/")]
    [InlineData("/moved", HttpStatusCode.Found, "https://example.org/")]
    [InlineData("/about", HttpStatusCode.MovedPermanently, "/about/")]
    [InlineData("/about?from=mail", HttpStatusCode.MovedPermanently, "/about/?from=mail")]
    [InlineData("/about/index.html", HttpStatusCode.MovedPermanently, "/about/")]
    public async Task ARedirectIsServed(string path, HttpStatusCode status, string target)
    {
        using var answer = await preview.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AFolderIsItsIndexMadeLive()
    {
        using var answer = await preview.GetAsync("/about/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Matches(
            """^<!DOCTYPE html><title>About</title><body><h1>About</h1>"""
            + """<script src="/_preview/live\.js" data-build="[0-9a-f]{32}" defer></script></body>$""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnUnknownPathIsTheNotFoundPage()
    {
        using var answer = await preview.GetAsync("/nowhere/");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>Not found</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARouteMayHaveAStatusOnly()
    {
        using var answer = await preview.GetAsync("/gone/page/");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere/")]
    [InlineData("/old/")]
    public async Task GlobalHeadersAreOnEveryAnswer(string path)
    {
        using var answer = await preview.GetAsync(path);

        Assert.Equal("default-src 'none'; script-src 'self'; connect-src 'self'", HeaderOf("Content-Security-Policy"));
        Assert.Equal("max-age=63072000", HeaderOf("Strict-Transport-Security"));
        Assert.Equal("DENY", HeaderOf("X-Frame-Options"));

        string HeaderOf(string name) => answer.Headers.GetValues(name).Single();
    }

    [Fact]
    public async Task ARouteAddsHeadersAndAnEmptyOneTakesTheGlobalAway()
    {
        using var answer = await preview.GetAsync("/assets/site.css");

        var directives = answer.Headers.GetValues("Cache-Control").Single().Split(", ").Order();
        Assert.Equal("immutable, max-age=31536000, public", string.Join(", ", directives));
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.Equal("body{}", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("picture.avif", "image/avif")]
    [InlineData("picture.webp", "image/webp")]
    [InlineData("site.webmanifest", "application/manifest+json")]
    [InlineData("news.atom", "application/atom+xml")]
    [InlineData("news.rss", "application/rss+xml")]
    [InlineData("news.feed", "application/atom+xml")]
    [InlineData("font.woff2", "font/woff2")]
    [InlineData("robots.txt", "text/plain; charset=utf-8")]
    [InlineData("thing.unknown", "application/octet-stream")]
    public async Task AFileHasItsType(string name, string type)
    {
        preview.Write($"output/files/{name}", "x");

        using var answer = await preview.GetAsync($"/files/{name}");

        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task TheConfigurationIsNotServed()
    {
        using var answer = await preview.GetAsync("/staticwebapp.config.json");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/site.css")]
    public async Task WhatTheBrowserHasCachedIsNotSentAgain(string path)
    {
        using var first = await preview.GetAsync(path);
        Assert.False(first.Headers.ETag!.IsWeak);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var changed = new HttpRequestMessage(HttpMethod.Get, path);
        changed.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));

        using var second = await preview.Client.SendAsync(again);
        using var third = await preview.Client.SendAsync(changed);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere/")]
    public async Task AHeadIsTheAnswerWithoutItsBody(string path)
    {
        using var get = await preview.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var head = await preview.Client.SendAsync(request);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task PostIsNotAllowed()
    {
        using var answer = await preview.Client.PostAsync(new Uri("/", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    // A client of .NET would clean these paths up before it sends them.
    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/about/../../secret.txt")]
    [InlineData("/about//../../secret.txt")]
    [InlineData("//about")]
    [InlineData("/assets/%2e%2e%2f%2e%2e%2fsecret.txt")]
    public async Task NoPathLeadsOut(string path)
    {
        var answer = await SendAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("\r\n\r\nsecret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoLinkLeadsOut()
    {
        File.CreateSymbolicLink(preview.PathOf("output/link.txt"), preview.PathOf("secret.txt"));

        using var answer = await preview.GetAsync("/link.txt");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("")]
    public async Task AForeignHostIsRefused(string host)
    {
        var answer = await SendAsync($"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, preview.Client.BaseAddress!.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
