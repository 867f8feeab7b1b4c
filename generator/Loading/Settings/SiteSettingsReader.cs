using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Advocacy.Content.Giving;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;

using Advocacy.Generator.Text;
namespace Advocacy.Generator.Loading.Settings;

/// <summary>Reads <c>input/site.yml</c>.</summary>
public static partial class SiteSettingsReader
{
    /// <param name="input">The folder that the press kit's files lie in, in one of their own.</param>
    /// <param name="links">Takes in what the navigation and the redirects lead to.</param>
    /// <param name="attachments">Takes in the files of the press kit; null where nothing is to be published.</param>
    public static (
        SiteSettings Site,
        ImmutableArray<Located<Redirect>> Redirects) Read(Fields fields, string input, ICollection<Mention> links, Attachments? attachments)
    {
        var site = new SiteSettings
        {
            Name = fields.Text("Name"),
            LegalName = fields.Text("LegalName"),
            Ein = fields.Text("Ein"),
            Tagline = fields.Text("Tagline"),
            Description = fields.Text("Description"),
            Boilerplate = fields.Text("Boilerplate"),
            BoilerplateShort = fields.TextOrNull("BoilerplateShort"),
            BoilerplateLong = fields.TextOrNull("BoilerplateLong"),
            PressKit = new PressKit(PressKitReader.Read(fields, input, attachments), null),
            BaseUrl = BaseUrl(fields),
            TimeZone = Zone(fields),
            Languages = Languages(fields),
            Currency = Currency(fields),
            Address = fields.One("Address", Address, required: true) ?? new PostalAddress("", "", null, "", ""),
            Email = ContactDetails.Mail(fields, "Email"),
            Phone = ContactDetails.PhoneOrNull(fields, "Phone"),
            AccessibleFormatsEmail = ContactDetails.Mail(fields, "AccessibleFormatsEmail"),
            SecurityEmail = ContactDetails.Mail(fields, "SecurityEmail"),
            Contacts = fields.Each("Contacts", Contact, required: true),
            Navigation = fields.Each("Navigation", f => Link(f, links), required: true),
            FooterNavigation = fields.Each("FooterNavigation", f => Link(f, links)),
            Topics = fields.Each("Topics", f => new Topic(Slug(f), f.Text("Title"), f.TextOrNull("Description"))),
            Designations = fields.Each("Designations", Designation),
            WaysToGive = fields.Each("WaysToGive", f => new WayToGive(f.Text("Title"), f.Text("Text"))),
            Disclosures = fields.Each("Disclosures", f => new StateDisclosure(f.Text("State"), f.Text("Text"))),
            PageSize = fields.Whole("PageSize", 5, 100, 20),
            SocialImages = fields.Flag("SocialImages"),
        };
        site = site with { Giving = fields.One("Giving", f => Giving(f, site.Currency)) };
        if (site.Giving is not null && !Money.CanBeAskedFor(site.Currency))
            fields.Problems.Add(
                fields.LineOf("Currency"),
                $"gifts are taken, and their sums cannot be asked for in {site.Currency}",
                "choose a currency that has hundredths, or no smaller part");
        if (site.Giving is not null)
            PaymentTexts.Check(fields, "Name", "LegalName", "Ein");
        if (site is { Giving: not null, Designations.IsEmpty: true })
            fields.Problems.Add(
                fields.LineOf("Giving"),
                "gifts are taken, and nothing says what they are for",
                "add Designations; the first is where a gift is needed most");
        Once(fields, "Designations", "designation", "Slug", site.Designations.Select(d => d.Slug));
        Once(fields, "Topics", "topic", "Slug", site.Topics.Select(t => t.Slug));
        Once(fields, "Contacts", "contact", "Key", site.Contacts.Select(c => c.Key));
        var redirects = fields.Each(
            "Redirects",
            f => new Located<Redirect>(new Redirect(f.Text("From"), Leading("To", f, links)), f.LineOf("From"), f.Problems));
        fields.NothingElse();
        return (site, redirects);
    }

    /// <summary>Reads <c>site.LANGUAGE.yml</c>: what another language says otherwise. What it leaves out stays as it is.</summary>
    public static SiteSettings Translate(SiteSettings site, string language, Fields fields, ICollection<Mention> links)
    {
        var root = $"/{language}/";
        var topics = fields.Each("Topics", f => new Topic(Slug(f), f.Text("Title"), f.TextOrNull("Description")));
        var contacts = fields.Each("Contacts", f => (Key: f.Text("Key"), Name: f.Text("Name"), Role: f.TextOrNull("Role")));
        var designations = fields.Each("Designations", Designation);
        Translates(fields, "Topics", "topic", "Slug", topics.Select(t => t.Slug), site.Topics.Select(t => t.Slug));
        Translates(fields, "Contacts", "contact", "Key", contacts.Select(c => c.Key), site.Contacts.Select(c => c.Key));
        Translates(fields, "Designations", "designation", "Slug", designations.Select(d => d.Slug), site.Designations.Select(d => d.Slug));
        var translated = site with
        {
            Designations = [.. site.Designations.Select(d => designations.FirstOrDefault(t => t.Slug == d.Slug) ?? d)],
            Root = root,
            Name = fields.TextOrNull("Name") ?? site.Name,
            Tagline = fields.Text("Tagline"),
            Description = fields.Text("Description"),
            Boilerplate = fields.Text("Boilerplate"),
            BoilerplateShort = fields.TextOrNull("BoilerplateShort") ?? site.BoilerplateShort,
            BoilerplateLong = fields.TextOrNull("BoilerplateLong") ?? site.BoilerplateLong,
            PressKit = site.PressKit with { Files = PressKitReader.Translate(site.PressKit.Files, fields) },
            Address = fields.One("Address", Address) ?? site.Address,
            Navigation = fields.Each("Navigation", f => Link(f, links), required: true),
            FooterNavigation = fields.Each("FooterNavigation", f => Link(f, links)),
            Contacts = [.. site.Contacts.Select(
                c => contacts.FirstOrDefault(t => t.Key == c.Key) is { Key: not null } t ? c with { Name = t.Name, Role = t.Role } : c)],
            Topics = [.. site.Topics.Select(t => (topics.FirstOrDefault(x => x.Slug == t.Slug) ?? t) with { Root = root })],
            WaysToGive = fields.Has("WaysToGive")
                ? fields.Each("WaysToGive", f => new WayToGive(f.Text("Title"), f.Text("Text")))
                : site.WaysToGive,
            Disclosures = fields.Has("Disclosures")
                ? fields.Each("Disclosures", f => new StateDisclosure(f.Text("State"), f.Text("Text")))
                : site.Disclosures,
        };
        if (site.Giving is not null)
            PaymentTexts.Check(fields, "Name");
        fields.NothingElse();
        return translated;
    }

    private static Designation Designation(Fields f)
    {
        PaymentTexts.Check(f, "Title");
        return new Designation(Slug(f), f.Text("Title"));
    }

    private static void Once(Fields fields, string list, string what, string key, IEnumerable<string> keys)
    {
        foreach (var twice in keys.Where(k => k.Length > 0).GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1))
            fields.Problems.Add(fields.LineOf(list), $"the {what} \"{twice.Key}\" is here twice", $"give one of them another {key}");
    }

    /// <summary>Words for what the original does not have would never be seen.</summary>
    private static void Translates(
        Fields fields, string list, string what, string key, IEnumerable<string> keys, IEnumerable<string> originals)
    {
        Once(fields, list, what, key, keys);
        foreach (var unknown in keys.Where(k => k.Length > 0).Except(originals, StringComparer.Ordinal))
            fields.Problems.Add(
                fields.LineOf(list),
                $"the {what} \"{unknown}\" is not in site.yml",
                SpellingSuggestion.To(unknown, originals) is { } near ? $"did you mean {near}" : $"add it there under {list}");
    }

    private static Contact Contact(Fields f) => new(
        f.Text("Key"), f.Text("Name"), f.TextOrNull("Role"), ContactDetails.Mail(f, "Email"), ContactDetails.PhoneOrNull(f, "Phone"));

    private static GivingRules Giving(Fields fields, string currency)
    {
        var units = Money.MinorPerMajor(currency);
        var rules = new GivingRules(currency,
            fields.WholeOf("Minimum", 1, 1_000_000, 5) * (long)units,
            fields.WholeOf("Maximum", 1, 1_000_000, 25_000) * (long)units,
            new Fee(
                fields.Hundredths("FeePercent", 0, 1_000, "2.2"),
                fields.Hundredths("FeeFixed", 0, 10_000, "0.30") * (long)units / 100));
        if (rules.Maximum < rules.Minimum)
            fields.Problems.Add(fields.LineOf("Maximum"), "Maximum is less than Minimum", "change one of them");
        return rules;
    }

    private static ImmutableArray<string> Languages(Fields fields)
    {
        var all = fields.PlacedTexts("Languages", required: true);
        foreach (var other in all.Where(l => !LanguageTag.IsOne(l.Value)))
            LanguageField.Reject(other.Value, other.Line, other.Problems);
        return [.. all.Select(l => l.Value).Where(LanguageTag.IsOne).DefaultIfEmpty("en")];
    }

    private static string Currency(Fields fields)
    {
        var text = fields.Text("Currency");
        if (text.Length > 0 && !Code().IsMatch(text))
            fields.Problems.Add(
                fields.LineOf("Currency"),
                $"Currency \"{text}\" is not a currency's code",
                "write three capital letters, for instance USD");
        return text;
    }

    private static string Slug(Fields fields)
    {
        var text = fields.Text("Slug");
        if (text.Length > 0 && SlugRule.Problem(text) is var (what, nearest))
        {
            var fix = nearest is null ? "write another, such as fair-hearings" : $"write it as {nearest}";
            fields.Problems.Add(fields.LineOf("Slug"), $"Slug \"{text}\" {what}", fix);
        }
        return text;
    }

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Code();

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
        if (text.Length > 0
            && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.AbsolutePath == "/"))
            fields.Problems.Add(
                fields.LineOf("BaseUrl"),
                $"BaseUrl \"{text}\" is not the address of a site",
                "write it as https://www.example.org");
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
