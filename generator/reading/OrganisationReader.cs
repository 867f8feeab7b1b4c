using System.Collections.Immutable;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Reading;

/// <summary>Reads <c>input/site.yml</c>.</summary>
public static class OrganisationReader
{
    /// <param name="links">Takes in what the navigation and the redirects lead to.</param>
    public static (Organisation Site, ImmutableArray<Placed<Redirect>> Redirects) Read(Fields fields, ICollection<Mention> links)
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
            Navigation = fields.Each("Navigation", f => Link(f, links), required: true),
            FooterNavigation = fields.Each("FooterNavigation", f => Link(f, links)),
            Topics = fields.Each("Topics", f => new Topic(f.Text("Slug"), f.Text("Title"), f.TextOrNull("Description"))),
            WaysToGive = fields.Each("WaysToGive", f => new WayToGive(f.Text("Title"), f.Text("Text"))),
            Disclosures = fields.Each("Disclosures", f => new StateDisclosure(f.Text("State"), f.Text("Text"))),
            PageSize = fields.Whole("PageSize", 5, 100, 20),
            SocialImages = fields.Flag("SocialImages"),
        };
        var redirects = fields.Each("Redirects", f => new Placed<Redirect>(new Redirect(f.Text("From"), Leading("To", f, links)), f.LineOf("From"), f.Problems));
        fields.NothingElse();
        return (site, redirects);
    }

    /// <summary>Reads <c>site.LANGUAGE.yml</c>: what another language says otherwise. What it leaves out stays as it is.</summary>
    public static Organisation Translate(Organisation site, string language, Fields fields, ICollection<Mention> links)
    {
        var root = $"/{language}/";
        var topics = fields.Each("Topics", f => new Topic(f.Text("Slug"), f.Text("Title"), f.TextOrNull("Description")));
        var contacts = fields.Each("Contacts", f => (Key: f.Text("Key"), Name: f.Text("Name"), Role: f.TextOrNull("Role")));
        var translated = site with
        {
            Root = root,
            Name = fields.TextOrNull("Name") ?? site.Name,
            Tagline = fields.Text("Tagline"),
            Description = fields.Text("Description"),
            Boilerplate = fields.Text("Boilerplate"),
            Address = fields.One("Address", Address) ?? site.Address,
            Navigation = fields.Each("Navigation", f => Link(f, links), required: true),
            FooterNavigation = fields.Each("FooterNavigation", f => Link(f, links)),
            Contacts = [.. site.Contacts.Select(c => contacts.FirstOrDefault(t => t.Key == c.Key) is { Key: not null } t ? c with { Name = t.Name, Role = t.Role } : c)],
            Topics = [.. site.Topics.Select(t => (topics.FirstOrDefault(x => x.Slug == t.Slug) ?? t) with { Root = root })],
            WaysToGive = fields.Has("WaysToGive") ? fields.Each("WaysToGive", f => new WayToGive(f.Text("Title"), f.Text("Text"))) : site.WaysToGive,
            Disclosures = fields.Has("Disclosures") ? fields.Each("Disclosures", f => new StateDisclosure(f.Text("State"), f.Text("Text"))) : site.Disclosures,
        };
        fields.NothingElse();
        return translated;
    }

    private static Link Link(Fields fields, ICollection<Mention> links) => new(fields.Text("Text"), Leading("Link", fields, links));

    private static string Leading(string name, Fields fields, ICollection<Mention> links)
    {
        var link = fields.Text(name);
        links.Add(new Mention(link, fields.LineOf(name), fields.Problems));
        return link;
    }

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
