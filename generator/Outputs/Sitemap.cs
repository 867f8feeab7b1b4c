using System.Text;
using System.Xml;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Outputs;

/// <summary>sitemaps.org protocol 0.9.</summary>
public static class Sitemap
{
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    public static byte[] Write(SitePlan plan)
    {
        var baseUrl = plan.Editions[0].Settings.BaseUrl;
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(
            bytes,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var (site, page) in plan.Pages.Where(p => p.Page.InSitemap))
            {
                xml.WriteStartElement("url");
                xml.WriteElementString("loc", baseUrl + page.Url);
                if (page.Date is { } date)
                    xml.WriteElementString("lastmod", Dates.Iso(date));
                foreach (var alternate in plan.AlternatesOf(site, page))
                {
                    xml.WriteStartElement("xhtml", "link", Xhtml);
                    xml.WriteAttributeString("rel", "alternate");
                    xml.WriteAttributeString("hreflang", alternate.Language);
                    xml.WriteAttributeString("href", baseUrl + alternate.Url);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }
}
