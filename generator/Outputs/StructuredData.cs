using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Advocacy.Content;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Outputs;

/// <summary>JSON-LD in the words of schema.org. The encoder escapes &lt;, so that a text cannot end the script element.</summary>
/// <remarks>By a writer, since no two kinds of pages have one shape, and records would say each part twice.</remarks>
public static class StructuredData
{
    // Making one takes longer than writing a document with it.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    public static string Write(Edition edition, PlannedPage page, string? socialImage)
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(8 * 1024);
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            Settings(json, edition.Settings);
            if (page.Trail.Count > 1)
                Breadcrumbs(json, edition.Settings, page.Trail);
            switch (page.View)
            {
                case PressReleaseView view:
                    Article(json, edition.Settings, view.Release, page.Description, socialImage);
                    if (view.Release.Withdrawn is null)
                        Documents(json, edition.Settings, view.Release.Documents);
                    break;
                case PetitionView { Petition.Withdrawn: null } view:
                    Documents(json, edition.Settings, view.Petition.Filings.Select(f => f.Document).OfType<Document>());
                    break;
                case DocumentView view:
                    Documents(json, edition.Settings, [view.Document]);
                    break;
                case DonateView or PageView { Page.Layout: PageLayout.Donate }:
                    Donate(json, edition.Settings, page.Url);
                    break;
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static string Id(SiteSettings edition) => $"{edition.BaseUrl}/#organisation";

    private static void Settings(Utf8JsonWriter json, SiteSettings edition)
    {
        json.WriteStartObject();
        json.WriteString("@type", "NGO");
        json.WriteString("@id", Id(edition));
        json.WriteString("name", edition.Name);
        json.WriteString("legalName", edition.LegalName);
        json.WriteString("url", edition.BaseUrl + "/");
        json.WriteString("description", edition.Description);
        json.WriteString("email", edition.Email);
        json.WriteEndObject();
    }

    private static void Breadcrumbs(Utf8JsonWriter json, SiteSettings edition, EquatableArray<Link> trail)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        for (var i = 0; i < trail.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", i + 1);
            json.WriteString("name", trail[i].Text);
            json.WriteString("item", edition.BaseUrl + trail[i].Url);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Article(Utf8JsonWriter json, SiteSettings edition, PressRelease release, string description, string? socialImage)
    {
        json.WriteStartObject();
        json.WriteString("@type", "NewsArticle");
        json.WriteString("headline", release.Title);
        json.WriteString("description", description);
        json.WriteString("url", edition.BaseUrl + release.Url);
        json.WriteString("mainEntityOfPage", edition.BaseUrl + release.Url);
        json.WriteString("datePublished", Dates.Iso(release.Date));
        json.WriteString("dateModified", Dates.Iso(release.Revised));
        json.WriteString("dateline", release.Dateline);
        json.WriteString("inLanguage", release.Language);
        if (socialImage is not null)
            json.WriteString("image", edition.BaseUrl + socialImage);
        Reference(json, "author", edition);
        Reference(json, "publisher", edition);
        json.WriteEndObject();
    }

    private static void Documents(Utf8JsonWriter json, SiteSettings edition, IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            json.WriteStartObject();
            json.WriteString("@type", "DigitalDocument");
            json.WriteString("name", document.Title);
            json.WriteString("url", edition.BaseUrl + document.File.Url);
            json.WriteString("dateCreated", Dates.Iso(document.Date));
            json.WriteString("inLanguage", document.Language);
            json.WriteEndObject();
        }
    }

    private static void Donate(Utf8JsonWriter json, SiteSettings edition, string url)
    {
        json.WriteStartObject();
        json.WriteString("@type", "DonateAction");
        Reference(json, "recipient", edition);
        json.WriteString("target", edition.BaseUrl + url);
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string name, SiteSettings edition)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", Id(edition));
        json.WriteEndObject();
    }
}
