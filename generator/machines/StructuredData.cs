using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Machines;

/// <summary>JSON-LD in the words of schema.org. The encoder escapes &lt;, so that a text cannot end the script element.</summary>
public static class StructuredData
{
    // Making one takes longer than writing a document with it.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    public static string Write(Site site, Planned page, string? socialImage)
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(8 * 1024);
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            Organisation(json, site.Organisation);
            if (page.Trail.Count > 1)
                Breadcrumbs(json, site.Organisation, page.Trail);
            switch (page.View)
            {
                case PressReleaseView view:
                    Article(json, site.Organisation, view.Release, page.Description, socialImage);
                    if (view.Release.Withdrawn is null)
                        Documents(json, site.Organisation, view.Release.Documents);
                    break;
                case PetitionView { Petition.Withdrawn: null } view:
                    Documents(json, site.Organisation, view.Petition.Filings.Select(f => f.Document).OfType<Document>());
                    break;
                case DocumentView view:
                    Documents(json, site.Organisation, [view.Document]);
                    break;
                case DonateView or PageView { Page.Layout: PageLayout.Donate }:
                    Donate(json, site.Organisation, page.Url);
                    break;
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static string Id(Organisation site) => $"{site.BaseUrl}/#organisation";

    private static void Organisation(Utf8JsonWriter json, Organisation site)
    {
        json.WriteStartObject();
        json.WriteString("@type", "NGO");
        json.WriteString("@id", Id(site));
        json.WriteString("name", site.Name);
        json.WriteString("legalName", site.LegalName);
        json.WriteString("url", site.BaseUrl + "/");
        json.WriteString("description", site.Description);
        json.WriteString("email", site.Email);
        json.WriteEndObject();
    }

    private static void Breadcrumbs(Utf8JsonWriter json, Organisation site, Listing<Link> trail)
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
            json.WriteString("item", site.BaseUrl + trail[i].Url);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Article(Utf8JsonWriter json, Organisation site, PressRelease release, string description, string? socialImage)
    {
        json.WriteStartObject();
        json.WriteString("@type", "NewsArticle");
        json.WriteString("headline", release.Title);
        json.WriteString("description", description);
        json.WriteString("url", site.BaseUrl + release.Url);
        json.WriteString("mainEntityOfPage", site.BaseUrl + release.Url);
        json.WriteString("datePublished", Iso(release.Date));
        json.WriteString("dateModified", Iso(release.Revised));
        json.WriteString("dateline", release.Dateline);
        json.WriteString("inLanguage", release.Language);
        if (socialImage is not null)
            json.WriteString("image", site.BaseUrl + socialImage);
        Reference(json, "author", site);
        Reference(json, "publisher", site);
        json.WriteEndObject();
    }

    private static void Documents(Utf8JsonWriter json, Organisation site, IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            json.WriteStartObject();
            json.WriteString("@type", "DigitalDocument");
            json.WriteString("name", document.Title);
            json.WriteString("url", site.BaseUrl + document.File.Url);
            json.WriteString("dateCreated", document.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("inLanguage", document.Language);
            json.WriteEndObject();
        }
    }

    private static void Donate(Utf8JsonWriter json, Organisation site, string url)
    {
        json.WriteStartObject();
        json.WriteString("@type", "DonateAction");
        Reference(json, "recipient", site);
        json.WriteString("target", site.BaseUrl + url);
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string name, Organisation site)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", Id(site));
        json.WriteEndObject();
    }

    private static string Iso(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
