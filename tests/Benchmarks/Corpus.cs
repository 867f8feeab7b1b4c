using System.Globalization;
using System.Text;

namespace Advocacy.Benchmarks;

/// <summary>
/// A whole site of press releases of 600 words, the same bytes for the same number. The words are drawn at random and say nothing.
/// Hugo reads the very same files; hence times with seconds, and quotations in the front matter only.
/// </summary>
public sealed class Corpus(int releases)
{
    private const int Words = 600;
    private const int Sections = 5;

    private static readonly string[] _vocabulary =
    [
        "a", "an", "the", "of", "and", "in", "to", "for", "with", "on", "by", "from", "that", "which", "who", "are", "were",
        "have", "access", "action", "appeal", "asylum", "authority", "bench", "board", "border", "brief", "case", "child", "claim",
        "clerk", "commission", "counsel", "country", "court", "custody", "decision", "delay", "detention", "dignity", "document",
        "evidence", "family", "filing", "guardian", "hearing", "interview", "judge", "language", "lawyer", "letter", "measure",
        "minister", "notice", "office", "officer", "order", "papers", "passage", "petition", "procedure", "protection", "question",
        "reason", "record", "refuge", "relief", "remedy", "report", "request", "response", "review", "right", "safety", "señal",
        "shelter", "state", "statement", "status", "témoin", "term", "translation", "tribunal", "voice", "witness",
    ];

    private static readonly string[] _topics =
    [
        "asylum", "children", "detention", "education", "elections", "fair-hearings", "health", "housing", "labor", "language",
        "prisons", "water",
    ];

    private readonly Random _random = new(releases);

    private int Petitions => releases / 50 + 1;

    public void Write(string folder)
    {
        Write(folder, "site.yml", Site());
        Write(folder, "index.md", Page("home", "Home"));
        Write(folder, "404.md", Page("not-found", "Page not found"));
        foreach (var page in (string[])["about", "contact", "donate"])
            Write(folder, $"pages/{page}.md", Page(page, Capital(page)));
        foreach (var page in (string[])["privacy", "accessibility"])
            Write(folder, $"pages/{page}.md", Page("page", Capital(page)));
        for (var number = 0; number < Petitions; number++)
            Write(folder, $"petitions/{PetitionSlug(number)}/index.md", Petition(number));
        for (var number = 0; number < releases; number++)
            Write(folder, $"press-releases/{Slug(number)}/index.md", Release(number));
    }

    public static string Slug(int release) => Invariant($"release-{release:00000}");

    private static string PetitionSlug(int petition) => Invariant($"petition-{petition:0000}");

    private string Release(int number)
    {
        // Two a day, back from the end of 2025.
        var published = new DateTime(2025, 12, 31, number % 2 == 0 ? 15 : 9, number % 60, 0, DateTimeKind.Unspecified).AddDays(-number / 2);
        var topics = Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => _topics[_random.Next(_topics.Length)]).Distinct();
        var text = new StringBuilder(Invariant($"""
            ---
            Title: "{Capital(Sentence(9))}"
            Subheading: "{Capital(Sentence(12))}"
            Description: "{Capital(Sentence(24))}."
            Published: {published:yyyy-MM-dd'T'HH:mm:ss}
            Dateline: Chicago
            Tags: [{string.Join(", ", topics)}]
            Related: [{Slug(Other(number))}]
            Petitions: [{PetitionSlug(_random.Next(Petitions))}]
            Quotations:
              - Id: first
                Words: "{Capital(Sentence(20))}."
                Speaker: Speaker {number}
                Role: Placeholder
              - Id: second
                Words: "{Capital(Sentence(15))}."
                Speaker: Another speaker
            ---

            """));
        for (var section = 0; section < Sections; section++)
        {
            if (section > 0)
                text.Append(CultureInfo.InvariantCulture, $"## {Capital(Sentence(4))}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Paragraph(Words / Sections / 2)}\n\n");
            if (section == 2)
                text.Append(CultureInfo.InvariantCulture, $"- {Sentence(15)}\n- {Sentence(15)}\n- **{Sentence(5)}** {Sentence(10)}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Paragraph(Words / Sections / 2 - 20)} ");
            text.Append(CultureInfo.InvariantCulture, $"[{Sentence(4)}](/press-releases/{Slug(Other(number))}/) {Sentence(7)}. ");
            text.Append(CultureInfo.InvariantCulture, $"\"{Capital(Sentence(6))}\" -- *{Sentence(3)}*.\n\n");
        }
        return text.ToString();
    }

    private string Petition(int number) => Invariant($"""
        ---
        Title: "{Capital(Sentence(8))}"
        Description: "{Capital(Sentence(24))}."
        Petitioners: ["{Capital(Sentence(3))}", "{Capital(Sentence(4))}"]
        FiledWith: "{Capital(Sentence(4))}"
        OnBehalfOf: "{Capital(Sentence(5))}"
        Asks: ["{Sentence(12)}", "{Sentence(12)}"]
        Statuses:
          - Date: 2025-01-01
            State: filed
        Filings:
          - Kind: original
            Title: "{Capital(Sentence(4))}"
            Date: 2025-01-01
            From: "{Sentence(3)}"
            To: "{Sentence(3)}"
        Cite: Petition {number}, 2025.
        Tags: [{_topics[number % _topics.Length]}]
        ---
        {Paragraph(150)}

        ## {Capital(Sentence(4))}

        {Paragraph(150)}

        """);

    private string Page(string layout, string title) => Invariant($"""
        ---
        Layout: {layout}
        Title: {title}
        Description: "{Capital(Sentence(20))}."
        ---
        {Paragraph(100)}

        """);

    private static string Site() => $"""
        Name: Benchmark Rights
        LegalName: Benchmark Rights (placeholder)
        Ein: 00-0000000
        Tagline: Words without meaning
        Description: A site whose words are drawn at random.
        Boilerplate: Benchmark Rights is the name of a site whose words are drawn at random, to measure how fast it is built.
        BaseUrl: https://www.example.org
        TimeZone: America/Chicago
        Languages: [en]
        Currency: USD
        PageSize: 20
        SocialImages: false
        Address:
          Street: 100 Placeholder Street
          City: Chicago
          Region: IL
          PostalCode: "00000"
          Country: United States
        Email: info@example.org
        Phone: +1 202 555 0100
        AccessibleFormatsEmail: access@example.org
        SecurityEmail: security@example.org
        Contacts:
          - Key: press
            Name: Press desk
            Role: Questions from journalists
            Email: press@example.org
            Phone: +1 202 555 0101
          - Key: records
            Name: Records desk
            Role: Petitions, filings and corrections
            Email: records@example.org
            Phone: +1 202 555 0102
        Navigation:
          - Text: Press releases
            Link: /press-releases/
          - Text: Petitions
            Link: /petitions/
          - Text: About
            Link: /about/
          - Text: Contact
            Link: /contact/
          - Text: Donate
            Link: /donate/
        FooterNavigation:
          - Text: Privacy
            Link: /privacy/
          - Text: Accessibility
            Link: /accessibility/
          - Text: Topics
            Link: /topics/
        Topics:
        {string.Join("\n", _topics.Select(Topic))}

        """;

    private static string Topic(string slug)
    {
        var name = slug.Replace('-', ' ');
        return $"  - Slug: {slug}\n    Title: {Capital(name)}\n    Description: What the site has on {name}.";
    }

    private string Paragraph(int words)
    {
        var text = new StringBuilder();
        for (var left = words; left > 0; left -= 15)
            text.Append(Capital(Sentence(Math.Min(left, 15)))).Append(left > 15 ? ".\n" : ".");
        return text.ToString();
    }

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word() => _vocabulary[_random.Next(_vocabulary.Length)];

    private int Other(int number) => (number + 1 + _random.Next(Math.Max(1, releases - 1))) % releases;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
