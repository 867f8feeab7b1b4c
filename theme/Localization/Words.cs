using Advocacy.Content.Petitions;

namespace Advocacy.Theme.Localization;

/// <summary>Every visible word of the site that comes from the theme and not from a writer, in one language.</summary>
public sealed partial class Words(string language, IReadOnlyDictionary<string, string> texts) : WordList(language, texts)
{
    /// <summary>CLDR's: the language, and the country whose way of writing numbers, sums and times its readers know.</summary>
    public string Locale => Text();
    public string SkipToContent => Text();
    public string SiteNavigation => Text();
    public string FooterNavigation => Text();
    public string Breadcrumbs => Text();
    /// <summary>In the language itself.</summary>
    public string LanguageName => Text();
    public string LanguageChoice => Text();
    /// <summary>Between the parts of a line, with its space.</summary>
    public string Comma => Text();
    /// <summary>Those of a quotation and those of one within it, with spaces between.</summary>
    public string QuotationMarks => Text();
    public string Announcement => Text();

    public string LatestRelease => Text();
    public string RecentReleases => Text();
    public string LatestReleases => Text();
    public string AllReleases => Text();
    public string PetitionsHeading => Text();
    public string AllPetitions => Text();

    public string ImmediateRelease => Text();
    public string Topics => Text();
    public string Quotations => Text();
    public string Documents => Text();
    public string Corrections => Text();
    public string Updates => Text();
    public string MediaContacts => Text();
    public string RelatedPetitions => Text();
    public string RelatedReleases => Text();
    public string CorrectedOn => Text();
    public string UpdatedOn => Text();
    public string ForJournalists => Text();
    public string PermanentAddress => Text();

    public string LegalPetition => Text();
    public string NotForSignature => Text();
    public string PetitionsExplained => Text();
    public string AtAGlance => Text();
    public string Petitioners => Text();
    public string FiledWith => Text();
    public string OnBehalfOf => Text();
    public string Counsel => Text();
    public string Status => Text();
    public string StatusHistory => Text();
    public string Asks => Text();
    public string Timeline => Text();
    public string NoCopy => Text();
    public string DownloadAll => Text();
    public string UsingThisPetition => Text();
    public string HowToCite => Text();
    public string AnotherFormat => Text();
    public string AskForFormat => Text();
    public string AnotherFormatPromise => Text();
    public string StandIn => Text();
    public string Tagged => Text();
    public string Untagged => Text();
    public string Fingerprint => Text();

    public string Document => Text();
    public string AboutDocument => Text();
    public string Date => Text();
    public string Sender => Text();
    public string Recipient => Text();
    public string PartOf => Text();
    public string LanguageOfDocument => Text();
    public string FileFacts => Text();
    public string DocumentText => Text();
    public string TextByProgram => Text();
    public string TextEnds(string page) => Fill([("page", page)]);
    public string TextByStaff => Text();
    public string NoText => Text();
    public string OtherFilings => Text();
    public string PreviousFiling => Text();
    public string NextFiling => Text();
    public string HowToCiteDocument => Text();
    public string CopyCitation => Text();
    public string CopyQuotation => Text();
    public string Copied => Text();

    public string BoilerplateShort => Text();
    public string BoilerplateMedium => Text();
    public string BoilerplateLong => Text();
    public string CopyText => Text();
    public string PressKit => Text();

    public string Years => Text();
    public string AllYears => Text();
    public string NoReleases => Text();
    public string NoPetitions => Text();
    public string Pages => Text();
    public string Newer => Text();
    public string Older => Text();
    public string PressReleasesHeading => Text();

    public string WaysToGive => Text();
    public string LegalName => Text();
    public string TaxId => Text();
    public string ForYourRecords => Text();
    public string StateDisclosures => Text();
    public string WhereToGo => Text();
    public string HomePage => Text();
    public string PhotoCredit => Text();
    public string Withdrawn => Text();

    public string About(string name) => Fill([("name", name)]);
    public string UnderEmbargo(string moment) => Fill([("moment", moment)]);
    public string EmbargoLifted(string date) => Fill([("date", date)]);
    public string FileOf(string kind, string size) => Fill([("kind", kind), ("size", size)]);
    public string FileOfPages(int count, string kind, string size) => Count(count, [("kind", kind), ("size", size)]);
    public string FormatSubject(string title) => Fill([("title", title)]);
    public string PageOf(int number, int count) => Fill([("number", In.Number(number)), ("count", In.Number(count))]);
    public string Releases(int count) => Count(count, []);
    public string TextTranslated(string language) => Fill([("language", language)]);
    public string Download(string file) => Fill([("file", file)]);
    public string DownloadKit(string file) => Fill([("file", file)]);
    public string KitCredit(string credit) => Fill([("credit", credit)]);
    public string KitLicense(string license) => Fill([("license", license)]);
    public string PlaceInOrder(int place, int count) => Fill([("place", In.Number(place)), ("count", In.Number(count))]);
    public string QuotationBy(string words, string speaker) => Fill([("words", words), ("speaker", speaker)]);
    public string DocumentCitation(string title, string date, string site, string address) =>
        Fill([("title", title), ("date", date), ("site", site), ("address", address)]);
    public string FilingCitation(string title, string from, string to, string date, string site, string address) =>
        Fill([("title", title), ("from", from), ("to", to), ("date", date), ("site", site), ("address", address)]);
    public string DocumentDescription(string title, string date, string owner) =>
        Fill([("title", title), ("date", date), ("owner", owner)]);
    public string FromTo(string filing, string from, string to) => Fill([("filing", filing), ("from", from), ("to", to)]);
    public string FiledAt(string body) => Fill([("body", body)]);
    public string Registered(string name, string ein) => Fill([("name", name), ("ein", ein)]);
    public string State(PetitionState state) => OneOf(state);
    public string Filing(FilingKind kind) => OneOf(kind);
    public string InLanguage(SpokenLanguage language) => OneOf(language);
    public string LanguageIs(SpokenLanguage language) => OneOf(language);
    public string InOtherLanguage(string language) => Fill([("language", language)]);
    public string PlaceTime(string place) => Fill([("place", place)]);

    public string Home => Text();
    public string PressReleases => Text();
    public string Petitions => Text();
    public string TopicList => Text();
    public string AllReleasesDescription(string name) => Fill([("name", name)]);
    public string YearTitle(string year) => Fill([("year", year)]);
    public string YearDescription(string name, string year) => Fill([("name", name), ("year", year)]);
    public string TopicDescription(string name, string topic) => Fill([("name", name), ("topic", topic)]);
    public string TopicsDescription(string name) => Fill([("name", name)]);
    public string PetitionsDescription(string name) => Fill([("name", name)]);
    public string ListPage(string number) => Fill([("number", number)]);
    public string ListPageTitle(string title, string number) => Fill([("title", title), ("number", number)]);
    public string ReleaseFeed(string name) => Fill([("name", name)]);
    public string TopicFeed(string name, string topic) => Fill([("name", name), ("topic", topic)]);
    public string ReleasePicture(string date) => Fill([("date", date)]);
    public string PetitionPicture(string date) => Fill([("date", date)]);
}
