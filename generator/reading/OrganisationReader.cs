using System.Collections.Immutable;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Reading;

/// <summary>Reads <c>input/site.yml</c>.</summary>
public static class OrganisationReader
{
    public static Organisation Read(Fields fields)
    {
        var site = new Organisation
        {
            Name = fields.Text("Name"),
            LegalName = fields.Text("LegalName"),
            Ein = fields.Text("Ein"),
            Tagline = fields.Text("Tagline"),
            Description = fields.Text("Description"),
            Boilerplate = fields.Text("Boilerplate"),
            BaseUrl = BaseUrl(fields),
            TimeZone = Zone(fields),
            Languages = fields.Texts("Languages", required: true) is { IsEmpty: false } languages ? languages : ["en"],
            Currency = fields.Text("Currency"),
            Address = fields.One("Address", Address, required: true) ?? new PostalAddress("", "", null, "", ""),
            Email = fields.Text("Email"),
            Phone = fields.TextOrNull("Phone"),
            AccessibleFormatsEmail = fields.Text("AccessibleFormatsEmail"),
            SecurityEmail = fields.Text("SecurityEmail"),
            Contacts = fields.Each("Contacts", f => new Contact(f.Text("Key"), f.Text("Name"), f.TextOrNull("Role"), f.Text("Email"), f.TextOrNull("Phone")), required: true),
            Navigation = fields.Each("Navigation", Link, required: true),
            FooterNavigation = fields.Each("FooterNavigation", Link),
            Topics = fields.Each("Topics", f => new Topic(f.Text("Slug"), f.Text("Title"), f.TextOrNull("Description"))),
            WaysToGive = fields.Each("WaysToGive", f => new WayToGive(f.Text("Title"), f.Text("Text"))),
            Disclosures = fields.Each("Disclosures", f => new StateDisclosure(f.Text("State"), f.Text("Text"))),
            Redirects = fields.Each("Redirects", f => new Redirect(f.Text("From"), f.Text("To"))),
            PageSize = fields.Whole("PageSize", 5, 100, 20),
            SocialImages = fields.Flag("SocialImages"),
        };
        fields.NothingElse();
        return site;
    }

    private static Link Link(Fields fields) => new(fields.Text("Text"), fields.Text("Link"));

    private static PostalAddress Address(Fields f) =>
        new(f.Text("Street"), f.Text("City"), f.TextOrNull("Region"), f.Text("PostalCode"), f.Text("Country"));

    private static string BaseUrl(Fields fields)
    {
        var text = fields.Text("BaseUrl").TrimEnd('/');
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.AbsolutePath == "/"))
            fields.Problems.Add(fields.LineOf("BaseUrl"), $"BaseUrl \"{text}\" is not the address of a site", "write it as https://www.example.org");
        return text;
    }

    private static TimeZoneInfo Zone(Fields fields)
    {
        var name = fields.Text("TimeZone");
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        if (name.Length > 0)
            fields.Problems.Add(fields.LineOf("TimeZone"), $"TimeZone \"{name}\" is not known", "write it as America/Chicago");
        return TimeZoneInfo.Utc;
    }
}
