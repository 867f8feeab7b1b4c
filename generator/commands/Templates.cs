using System.Globalization;
using System.Text;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;

namespace Advocacy.Generator.Commands;

/// <summary>The start of what a writer begins: whole and valid, and a draft, so that nothing of it is public before it is written.</summary>
internal static class Templates
{
    private static readonly string[] _phases = ["Before", "Day", "Thanks"];

    public static string PressRelease(string title, DateOnly today, Organisation site) => $"""
        ---
        Title: {Quoted(title)}
        Description: To be written. One or two sentences for lists, search results and shared links.
        Dateline: {Quoted(site.Address.City is { Length: > 0 } city ? city : "To be written")}
        Published: {Day(today)}T09:00
        # Take this line out when the text is ready. Until the time in Published, nobody sees it all the same.
        Draft: true
        {Tags(site)}
        ---
        To be written. Say first what happened, who did it, and when.

        ## To be written

        Go on with what a reader has to know.

        """;

    public static string Petition(string title, DateOnly today, Organisation site) => $"""
        ---
        Title: {Quoted(title)}
        Description: To be written. One or two sentences for lists, search results and shared links.
        # Take this line out when the page is ready.
        Draft: true
        Petitioners: [To be written]
        FiledWith: To be written
        OnBehalfOf: To be written
        Asks:
          - To be written. What the petition asks for, in a sentence.
        Statuses:
          - Date: {Day(today)}
            State: filed
        # From and To are read in one phrase. Put each document beside this file and name it: "File: petition-{Day(today)}.pdf".
        Filings:
          - Kind: original
            Title: The petition
            Date: {Day(today)}
            From: To be written
            To: To be written
        Cite: To be written. How others should cite the petition.
        {Tags(site)}
        ---
        To be written. What the petition is about, in plain words.

        """;

    public static string Campaign(string title, DateOnly today, Organisation site) => $"""
        Title: {Quoted(title)}
        Description: To be written. What gifts are asked for, in a sentence.
        # Take this line out when the words are ready.
        Draft: true
        Announced: {Day(today)}T00:00
        Starts: {Day(today.AddDays(7))}T00:00
        Ends: {Day(today.AddDays(14))}T00:00
        ThanksUntil: {Day(today.AddDays(21))}T00:00
        Amounts:
        {string.Join('\n', Amounts(site).Select(amount => $"  - Amount: {amount}\n    Text: To be written. What it is meant for"))}
        # The words of a phase must stay true for those who read them later, so name the date.
        {string.Join('\n', _phases.Select(phase => $"{phase}:\n  Banner: To be written. One sentence.\n  LinkText: To be written\n  Text: To be written."))}
        Over: To be written. What became of it.

        """;

    /// <summary>One more document of a page that is there. It waits behind number signs, since the page may be public.</summary>
    /// <param name="list">The field it belongs to: Filings, or Documents of a press release.</param>
    public static IEnumerable<string> Document(string title, DateOnly today, string list, string file) =>
    [
        $"# One more of {list}: put {file} beside this text, fill in the fields, and take away the number sign and the space before each.",
        .. list == "Filings" ? new[] { "#   - Kind: other", $"#     Title: {Quoted(title)}" } : [$"#   - Title: {Quoted(title)}"],
        $"#     Date: {Day(today)}",
        .. list == "Filings" ? new[] { "#     From: To be written", "#     To: To be written" } : [],
        $"#     File: {file}",
    ];

    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In whole major units, rising, and such as the site takes.</summary>
    private static IEnumerable<long> Amounts(Organisation site)
    {
        var units = Money.MinorPerMajor(site.Currency);
        long[] usual = [25, 50, 100, 250];
        return site.Giving is not { } rules ? usual
            : usual.Where(a => a * units >= rules.Minimum && a * units <= rules.Maximum).DefaultIfEmpty((rules.Minimum + units - 1) / units);
    }

    private static string Tags(Organisation site) =>
        site.Topics.IsEmpty ? "# Tags: []" : $"# Keep those that fit, and take away the number sign:\n# Tags: [{string.Join(", ", site.Topics.Select(t => t.Slug))}]";

    /// <summary>YAML's double quotation marks, in which any title can stand.</summary>
    private static string Quoted(string text) => new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Insert(0, '"').Append('"').ToString();
}
