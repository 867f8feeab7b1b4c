using System.Text;
using Advocacy.Content.Giving;
using Advocacy.Content.Settings;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Cli;

/// <summary>
/// The start of what a writer begins: whole and valid, and a draft, so that nothing of it is public before it is written.
/// </summary>
internal static class ContentTemplates
{
    private static readonly string[] _phases = ["Before", "Day", "Thanks"];

    public static string PressRelease(string title, DateOnly today, SiteSettings site) => $"""
        ---
        Title: {Quoted(title)}
        Description: {In(site).ToBeWritten}. {In(site).Description}
        Dateline: {Quoted(site.Address.City is { Length: > 0 } city ? city : In(site).ToBeWritten)}
        Published: {Dates.Iso(today)}T09:00
        # {In(site).DraftOfRelease}
        Draft: true
        {Tags(site)}
        ---
        {In(site).ToBeWritten}. {In(site).ReleaseText}

        ## {In(site).ToBeWritten}

        {In(site).ReleaseMore}

        """;

    public static string Petition(string title, DateOnly today, SiteSettings site) => $"""
        ---
        Title: {Quoted(title)}
        Description: {In(site).ToBeWritten}. {In(site).Description}
        # {In(site).DraftOfPage}
        Draft: true
        Petitioners: [{In(site).ToBeWritten}]
        FiledWith: {In(site).ToBeWritten}
        OnBehalfOf: {In(site).ToBeWritten}
        Asks:
          - {In(site).ToBeWritten}. {In(site).PetitionAsk}
        Statuses:
          - Date: {Dates.Iso(today)}
            State: filed
        # {In(site).PetitionFilings} "File: petition-{Dates.Iso(today)}.pdf".
        Filings:
          - Kind: original
            Title: {In(site).PetitionTitle}
            Date: {Dates.Iso(today)}
            From: {In(site).ToBeWritten}
            To: {In(site).ToBeWritten}
        Cite: {In(site).ToBeWritten}. {In(site).PetitionCite}
        {Tags(site)}
        ---
        {In(site).ToBeWritten}. {In(site).PetitionText}

        """;

    public static string Campaign(string title, DateOnly today, SiteSettings site) => $"""
        Title: {Quoted(title)}
        Description: {In(site).ToBeWritten}. {In(site).CampaignDescription}
        # {In(site).DraftOfCampaign}
        Draft: true
        Announced: {Dates.Iso(today)}T00:00
        Starts: {Dates.Iso(today.AddDays(7))}T00:00
        Ends: {Dates.Iso(today.AddDays(14))}T00:00
        ThanksUntil: {Dates.Iso(today.AddDays(21))}T00:00
        Amounts:
        {string.Join('\n', Amounts(site).Select(amount => Amount(amount, In(site))))}
        # {In(site).CampaignPhases}
        {string.Join('\n', _phases.Select(phase => Phase(phase, In(site))))}
        Over: {In(site).ToBeWritten}. {In(site).CampaignOver}

        """;

    private static string Amount(long amount, TemplateText text) =>
        $"  - Amount: {amount}\n    Text: {text.ToBeWritten}. {text.CampaignAmount}";

    private static string Phase(string phase, TemplateText text) =>
        $"{phase}:\n  Banner: {text.ToBeWritten}. {text.CampaignBanner}\n  LinkText: {text.ToBeWritten}\n  Text: {text.ToBeWritten}.";

    /// <summary>One more document of a page that is there. It waits behind number signs, since the page may be public.</summary>
    /// <param name="list">The field it belongs to: Filings, or Documents of a press release.</param>
    public static IEnumerable<string> Document(string title, DateOnly today, string list, string file, SiteSettings site, string indent)
    {
        var (text, name, date) = (In(site), $"Title: {Quoted(title)}", $"Date: {Dates.Iso(today)}");
        string[] fields = list == "Filings"
            ? ["Kind: other", name, date, $"From: {text.ToBeWritten}", $"To: {text.ToBeWritten}", $"File: {file}"]
            : [name, date, $"File: {file}"];
        return fields.Select((field, i) => $"# {indent}{(i == 0 ? "- " : "  ")}{field}").Prepend($"# {text.Document(list, file)}");
    }

    private static TemplateText In(SiteSettings site) => TemplateText.In(site.Language);

    /// <summary>In whole major units, rising, and such as the site takes.</summary>
    private static IEnumerable<long> Amounts(SiteSettings site)
    {
        var units = Money.MinorPerMajor(site.Currency);
        long[] usual = [25, 50, 100, 250];
        if (site.Giving is not { } rules)
            return usual;
        var allowed = usual.Where(amount => amount * units >= rules.Minimum && amount * units <= rules.Maximum);
        return allowed.DefaultIfEmpty((rules.Minimum + units - 1) / units);
    }

    private static string Tags(SiteSettings site) =>
        site.Topics.IsEmpty ? "# Tags: []" : $"# {In(site).Tags}\n# Tags: [{string.Join(", ", site.Topics.Select(t => t.Slug))}]";

    /// <summary>YAML's double quotation marks, in which any title can stand.</summary>
    private static string Quoted(string text) =>
        new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Insert(0, '"').Append('"').ToString();
}
