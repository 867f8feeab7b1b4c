using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Advocacy.Content.Documents;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.TestKit;
using Advocacy.Theme.Localization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Theme.Rendering;

/// <summary>A component of the theme by itself, as a browser would understand it.</summary>
public static class RenderedComponent
{
    public static Words Words { get; } = WordListReader.Read(SiteFolder.Theme, ["en"], new Problems("", []))!.All[0];

    public static PressRelease Release { get; } = new()
    {
        Path = "input/press-releases/ferry.md",
        Url = "/press-releases/ferry/",
        Original = "/press-releases/ferry/",
        Language = "en",
        Title = "The ferry runs",
        Description = "It runs again.",
        Date = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(-6)),
        Dateline = "Chicago",
        Topics = [],
        Contacts = [],
    };

    public static Document Document { get; } = new()
    {
        Title = "The letter",
        TitleLanguage = "en",
        Date = new DateOnly(2026, 3, 2),
        Language = "en",
        File = new Download("/ferry/letter.pdf", "PDF", 245_760),
        Pages = 12,
        Sha256 = new string('a', 64),
        Tagged = true,
    };

    public static async Task<IHtmlDocument> OfAsync<T>(params (string Name, object? Value)[] parameters) where T : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        if (typeof(T).GetProperty(nameof(Words)) is not null)
            parameters = [.. parameters, (nameof(Words), Words)];
        var values = ParameterView.FromDictionary(parameters.ToImmutableDictionary(p => p.Name, p => p.Value));
        var html = await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<T>(values)).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html);
    }
}
