using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Machines;

/// <summary>sitemaps.org protocol 0.9.</summary>
public static class Sitemap
{
    public static byte[] Write(Organisation site, ImmutableArray<Planned> pages)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var page in pages.Where(p => p.InSitemap))
            {
                xml.WriteStartElement("url");
                xml.WriteElementString("loc", site.BaseUrl + page.Url);
                if (page.Date is { } date)
                    xml.WriteElementString("lastmod", date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }
}
