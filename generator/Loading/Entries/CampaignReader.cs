using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Giving;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;
namespace Advocacy.Generator.Loading.Entries;

/// <summary>Reads <c>input/campaigns/*.yml</c>.</summary>
public sealed class CampaignReader
{

    private readonly SiteSettings _site;
    private readonly Fields _fields;
    private readonly string _slug;
    private readonly string _language;
    private readonly TimeZoneInfo _zone;
    private readonly List<(string Link, int Line)> _links = [];

    private CampaignReader(SiteSettings site, Fields fields, string slug, string language)
    {
        _site = site;
        _fields = fields;
        _slug = slug;
        _language = language;
        _zone = Zone();
    }

    private Problems Problems => _fields.Problems;

    /// <param name="links">Takes in what the banners lead to.</param>
    /// <returns>The campaign where its file says when it is announced; null where the file cannot be read.</returns>
    public static Located<Campaign>? Read(
        string file,
        SiteSettings site,
        ICollection<Mention> links,
        Problems problems,
        Func<string, QuotationMarks?> marks)
    {
        if (ContentFile.Read(file, frontMatter: false, problems) is not { } source
            || Yaml.Read(source.FrontMatter, 0, problems) is not { } map)
            return null;
        var slug = Path.GetFileNameWithoutExtension(file);
        var language = site.Language;
        if (!site.IsDefault)
        {
            slug = slug[..^(language.Length + 1)];
            map = CampaignTranslation.Complete(map, Path.Combine(Path.GetDirectoryName(file)!, $"{slug}.yml"), site.Languages[0], problems);
        }
        if (SlugRule.Problem(slug) is var (what, nearest))
            problems.Add(1, $"the name of the file {what}", SlugRule.Fix(slug, nearest, ".yml"));
        var fields = new Fields(map, problems) { Typeset = text => Typography.Set(text, language, marks) };
        var reader = new CampaignReader(site, fields, slug, language);
        var campaign = reader.Campaign();
        fields.NothingElse();
        if (!campaign.Draft)
            fields.NoPlaceholders();
        foreach (var (link, line) in reader._links)
            links.Add(new Mention(link, line, problems, campaign));
        return new Located<Campaign>(campaign, fields.LineOf("Announced"), problems);
    }

    private Campaign Campaign()
    {
        var window = Window();
        return new Campaign
        {
            Path = Problems.Path,
            Slug = _slug,
            Language = _language,
            Root = _site.Root,
            Title = _fields.Words("Title"),
            Description = _fields.Words("Description"),
            Currency = Currency(),
            Goal = _fields.Has("Goal") ? Major(_fields.WholeOf("Goal", 1, 1_000_000_000, 10_000)) : null,
            Amounts = Amounts(),
            Window = window,
            Phases = Phases(window),
            Match = _fields.One("Match", f => Match(f, window)),
            Zone = _zone,
            Draft = _fields.Flag("Draft"),
        };
    }

    private TimeZoneInfo Zone()
    {
        if (_fields.TextOrNull("Zone") is not { } name)
            return _site.TimeZone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        Problems.Add(_fields.LineOf("Zone"), $"Zone \"{name}\" is not known", "write it as America/Chicago");
        return _site.TimeZone;
    }

    private string Currency()
    {
        if (_fields.TextOrNull("Currency") is { } text && text != _site.Currency)
            Problems.Add(
                _fields.LineOf("Currency"),
                $"Currency \"{text}\" is not that of site.yml, in which gifts are taken",
                $"write {_site.Currency}, or take the line out");
        return _site.Currency;
    }

    private ImmutableArray<SuggestedAmount> Amounts()
    {
        var amounts = _fields.Each("Amounts", Amount, required: true);
        var line = _fields.LineOf("Amounts");
        if (amounts.Length > 6)
            Problems.Add(line, $"{amounts.Length} amounts are too many to choose from", "keep at most 6");
        if (amounts.Zip(amounts.Skip(1)).Any(pair => pair.First.Minor >= pair.Second.Minor))
            Problems.Add(line, "the amounts do not rise", "put the smallest first, and each once");
        return amounts;
    }

    private SuggestedAmount Amount(Fields f)
    {
        var amount = new SuggestedAmount(Major(f.WholeOf("Amount", 1, 1_000_000, 50)), f.Words("Text"));
        if (_site.Giving is { } rules && rules.Minimum <= rules.Maximum && (amount.Minor < rules.Minimum || amount.Minor > rules.Maximum))
        {
            Problems.Add(f.LineOf("Amount"), $"the amount {new Money(amount.Minor, rules.Currency).Major} is not one that site.yml takes",
                $"choose from {new Money(rules.Minimum, rules.Currency).Major} to {new Money(rules.Maximum, rules.Currency).Major}");
        }
        return amount;
    }

    private CampaignWindow? Window()
    {
        if (_fields.Flag("AlwaysOpen"))
        {
            Refuse("a campaign that is always open has no", "take it out, or AlwaysOpen", "GivingTuesday", "Starts", "Ends");
            return null;
        }
        var (starts, ends) = (_fields.InstantOrNull("Starts", _zone), _fields.EndOrNull("Ends", _zone));
        if (_fields.Has("GivingTuesday"))
        {
            var day = GivingTuesday.Of(_fields.Whole("GivingTuesday", 2012, 2999, 2026));
            Refuse("GivingTuesday already says when the campaign is, and so does", "keep one of them", "Starts", "Ends");
            return new CampaignWindow(LocalDay.Start(day, _zone), LocalDay.Start(day.AddDays(1), _zone));
        }
        if (!_fields.Has("Starts") || !_fields.Has("Ends"))
            Problems.Add(
                _fields.LineOf(_fields.Has("Starts") ? "Ends" : "Starts"),
                "nothing says when the campaign is",
                "add Starts and Ends, GivingTuesday with its year, or \"AlwaysOpen: true\"");
        else if (ends <= starts)
            Problems.Add(_fields.LineOf("Ends"), "the campaign ends before it starts", "change Starts or Ends");
        return new CampaignWindow(starts ?? default, ends ?? default);
    }

    private ImmutableArray<CampaignPhase> Phases(CampaignWindow? window)
    {
        if (window is null)
        {
            Refuse(
                "a campaign that is always open has no",
                "take it out, or AlwaysOpen",
                "Announced",
                "ThanksUntil",
                "Before",
                "Eve",
                "Day",
                "Thanks",
                "Over");
            return [];
        }
        var announced = _fields.InstantOf("Announced", _zone);
        var thanksUntil = _fields.EndOf("ThanksUntil", _zone);
        var before = Phase("Before", PhaseKind.Before, announced);
        var eve = _fields.Has("Eve") ? Phase("Eve", PhaseKind.Eve, EveOf(window)) : null;
        var day = Phase("Day", PhaseKind.Day, window.Starts);
        var thanks = Phase("Thanks", PhaseKind.Thanks, window.Ends);
        var over = new CampaignPhase(PhaseKind.Over, thanksUntil, Lasting(_fields, "Over"), null);
        if (announced != default && window.Starts != default && announced >= (eve is null ? window.Starts : eve.Starts))
            Problems.Add(
                _fields.LineOf("Announced"),
                eve is null ? "Announced is not before the campaign starts" : "Announced is not before the eve of the campaign",
                "choose an earlier time");
        if (thanksUntil != default && thanksUntil <= window.Ends)
            Problems.Add(_fields.LineOf("ThanksUntil"), "ThanksUntil is not after the end of the campaign", "choose a later time");
        return [.. new[] { before, eve, day, thanks, over }.OfType<CampaignPhase>()];
    }

    private DateTimeOffset EveOf(CampaignWindow window) => window.Starts == default
        ? default
        : LocalDay.Start(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(window.Starts, _zone).DateTime).AddDays(-1), _zone);

    private CampaignPhase? Phase(string name, PhaseKind kind, DateTimeOffset starts) => _fields.One(name, f => new CampaignPhase(
        kind, starts, Lasting(f, "Text"),
        new Banner(Lasting(f, "Banner"), new Link(f.Words("LinkText"), Leading(f)))), required: true);

    private string Leading(Fields f)
    {
        if (f.TextOrNull("Link") is not { } link)
            return $"{_site.Root}campaigns/{_slug}/";
        _links.Add((link, f.LineOf("Link")));
        return link;
    }

    /// <summary>
    /// A reader without script sees the words of a phase until the next build, so they must not depend on the day of reading.
    /// </summary>
    private static string Lasting(Fields fields, string name)
    {
        var text = fields.Words(name);
        var words = text.Split([' ', ',', '.', '!', '?', ':', ';', '\n', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(DependsOnDay) is { } word)
            fields.Problems.Add(
                fields.LineOf(name),
                $"{name} says \"{word}\", which is wrong for those who read it a day later",
                "name the date");
        return text;
    }

    private static bool DependsOnDay(string word) =>
        word.ToLowerInvariant() is "today" or "tonight" or "tomorrow" or "yesterday" or "hoy" or "mañana" or "ayer";

    private Match Match(Fields f, CampaignWindow? window)
    {
        var match = new Match(f.Words("Sponsor"), Ratio(f), Major(f.WholeOf("Cap", 1, 1_000_000_000, 10_000)),
            f.InstantOrNull("Starts", _zone)
                ?? window?.Starts
                ?? default, f.EndOrNull("Ends", _zone)
                ?? window?.Ends
                ?? default, f.Words("IfUnmet"));
        if (window is null && !(f.Has("Starts") && f.Has("Ends")))
            Problems.Add(f.Line, "nothing says when gifts are matched", "add Starts and Ends");
        else if (match.Ends < match.Starts)
            Problems.Add(f.LineOf("Ends"), "the match ends before it starts", "change Starts or Ends");
        return match;
    }

    private static MatchRatio Ratio(Fields f)
    {
        var text = f.Text("Ratio");
        var parts = text.Split(':');
        if (parts.Length == 2
            && int.TryParse(parts[0], out var sponsor)
            && int.TryParse(parts[1], out var donor)
            && sponsor is >= 1 and <= 10
            && donor is >= 1 and <= 10)
            return new MatchRatio(sponsor, donor);
        if (text.Length > 0)
            f.Problems.Add(
                f.LineOf("Ratio"),
                $"Ratio \"{text}\" is not two numbers from 1 to 10",
                "write 1:1 where the sponsor doubles a gift, 2:1 where the sponsor adds twice the gift");
        return new MatchRatio(1, 1);
    }

    private void Refuse(string why, string fix, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.Has(name))
                Problems.Add(_fields.LineOf(name), $"{why} {name}", fix);
        }
    }

    private long Major(int amount) => Money.OfMajor(amount, _site.Currency).Minor;
}
