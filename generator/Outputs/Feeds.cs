using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Outputs;

/// <summary>Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 of the latest releases.</summary>
public static class Feeds
{
    private const int Longest = 20;
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    /// <returns>Each with a way to write it, so that several can be written at once.</returns>
    public static IEnumerable<(string Url, Func<byte[]> Write)> Of(Edition edition)
    {
        var (root, words) = (edition.Settings.Root, edition.Words.For(edition.Language));
        var all = Three(edition, words.ReleaseFeed(edition.Settings.Name), root, edition.Settings.ReleasesUrl, edition.Releases);
        return all.Concat(edition.Settings.Topics.SelectMany(topic =>
            Three(edition, words.TopicFeed(edition.Settings.Name, topic.Title), topic.Url, topic.Url, edition.Releases.Where(
                r => r.Topics.Any(t => t.Slug == topic.Slug)))));
    }

    private static IEnumerable<(string Url, Func<byte[]> Write)> Three(
        Edition edition,
        string title,
        string folder,
        string page,
        IEnumerable<PressRelease> releases)
    {
        ImmutableArray<PressRelease> latest = [.. releases.Where(r => r.Withdrawn is null).Take(Longest)];
        var feed = new FeedOf(edition.Settings, edition.Language, title, folder, page, latest);
        return
        [
            (FeedAddress.Atom(folder), () => Xml(feed, Atom)),
            (FeedAddress.Rss(folder), () => Xml(feed, Rss)),
            (FeedAddress.Json(folder), () => Json(feed)),
        ];
    }

    private sealed record FeedOf(
        SiteSettings Site,
        string Language,
        string Title,
        string Folder,
        string Page,
        ImmutableArray<PressRelease> Releases)
    {
        public DateTimeOffset Updated => Releases.IsEmpty ? DateTimeOffset.UnixEpoch : Releases.Max(release => release.Revised);

        public string Absolute(string url) => Site.BaseUrl + url;
    }

    private static byte[] Xml(FeedOf feed, Action<XmlWriter, FeedOf> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(
            bytes,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            write(xml, feed);
        return bytes.ToArray();
    }

    private static void Atom(XmlWriter xml, FeedOf feed)
    {
        xml.WriteStartElement("feed", AtomNamespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteElementString("id", feed.Absolute(FeedAddress.Atom(feed.Folder)));
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("updated", Dates.Iso(feed.Updated));
        AtomLink(xml, "self", "application/atom+xml", feed.Absolute(FeedAddress.Atom(feed.Folder)));
        AtomLink(xml, "alternate", "text/html", feed.Absolute(feed.Page));
        xml.WriteStartElement("author");
        xml.WriteElementString("name", feed.Site.Name);
        xml.WriteEndElement();
        foreach (var release in feed.Releases)
        {
            xml.WriteStartElement("entry");
            if (release.Language != feed.Language)
                xml.WriteAttributeString("xml", "lang", null, release.Language);
            xml.WriteElementString("id", feed.Absolute(release.Url));
            xml.WriteElementString("title", release.Title);
            xml.WriteElementString("published", Dates.Iso(release.Date));
            xml.WriteElementString("updated", Dates.Iso(release.Revised));
            AtomLink(xml, "alternate", "text/html", feed.Absolute(release.Url));
            foreach (var topic in release.Topics)
            {
                xml.WriteStartElement("category");
                xml.WriteAttributeString("term", topic.Slug);
                xml.WriteAttributeString("label", topic.Title);
                xml.WriteEndElement();
            }
            xml.WriteElementString("summary", release.Description);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void AtomLink(XmlWriter xml, string relation, string type, string href)
    {
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static void Rss(XmlWriter xml, FeedOf feed)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("link", feed.Absolute(feed.Page));
        xml.WriteElementString("description", feed.Site.Description);
        xml.WriteElementString("language", feed.Language);
        xml.WriteElementString("lastBuildDate", Rfc822(feed.Updated));
        AtomLink(xml, "self", "application/rss+xml", feed.Absolute(FeedAddress.Rss(feed.Folder)));
        foreach (var release in feed.Releases)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", release.Title);
            xml.WriteElementString("link", feed.Absolute(release.Url));
            xml.WriteElementString("guid", feed.Absolute(release.Url));
            xml.WriteElementString("pubDate", Rfc822(release.Date));
            foreach (var topic in release.Topics)
                xml.WriteElementString("category", topic.Title);
            xml.WriteElementString("description", release.Description);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static byte[] Json(FeedOf feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Absolute(feed.Page));
            json.WriteString("feed_url", feed.Absolute(FeedAddress.Json(feed.Folder)));
            json.WriteString("description", feed.Site.Description);
            json.WriteString("language", feed.Language);
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", feed.Site.Name);
            json.WriteString("url", feed.Absolute(feed.Site.Root));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var release in feed.Releases)
            {
                json.WriteStartObject();
                json.WriteString("id", feed.Absolute(release.Url));
                json.WriteString("url", feed.Absolute(release.Url));
                json.WriteString("title", release.Title);
                json.WriteString("content_text", release.Description);
                json.WriteString("summary", release.Description);
                json.WriteString("date_published", Dates.Iso(release.Date));
                if (release.Revised > release.Date)
                    json.WriteString("date_modified", Dates.Iso(release.Revised));
                json.WriteString("language", release.Language);
                json.WriteStartArray("tags");
                foreach (var topic in release.Topics)
                    json.WriteStringValue(topic.Title);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static string Rfc822(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
