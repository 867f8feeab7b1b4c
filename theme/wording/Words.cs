using Advocacy.Theme.Content;

namespace Advocacy.Theme.Wording;

/// <summary>Every visible word that comes from the theme and not from a writer, in English.</summary>
public static class Words
{
    public const string SkipToContent = "Skip to content";
    public const string SiteNavigation = "Site";
    public const string FooterNavigation = "Footer";
    public const string Breadcrumbs = "You are here";
    public const string Announcement = "Announcement";

    public const string LatestRelease = "Latest release";
    public const string RecentReleases = "Earlier releases";
    public const string LatestReleases = "Latest press releases";
    public const string AllReleases = "All press releases";
    public const string PetitionsHeading = "Legal petitions";
    public const string AllPetitions = "All petitions";

    public const string ImmediateRelease = "For immediate release";
    public const string Topics = "Topics";
    public const string Quotations = "Quotations";
    public const string Documents = "Documents";
    public const string Corrections = "Corrections";
    public const string Updates = "Updates";
    public const string MediaContacts = "Media contacts";
    public const string RelatedPetitions = "The petitions behind this release";
    public const string RelatedReleases = "Related press releases";
    public const string CorrectedOn = "Corrected on";
    public const string UpdatedOn = "Updated on";
    public const string ForJournalists = "For journalists";
    public const string PermanentAddress = "Permanent address";

    public const string LegalPetition = "Legal petition";
    public const string NotForSignature =
        "This is a legal filing, not a call for signatures. It asks a body with the power to act to do so.";
    public const string PetitionsExplained =
        "Demands filed with bodies that have the power to act. They are legal filings, not calls for signatures.";
    public const string AtAGlance = "At a glance";
    public const string Petitioners = "Petitioners";
    public const string FiledWith = "Filed with";
    public const string OnBehalfOf = "On behalf of";
    public const string Counsel = "Counsel";
    public const string Status = "Status";
    public const string StatusHistory = "Status so far";
    public const string Asks = "What it asks for";
    public const string Timeline = "Filings, in order";
    public const string NoCopy = "We have no copy of this filing.";
    public const string DownloadAll = "Download all documents";
    public const string UsingThisPetition = "Using this petition";
    public const string HowToCite = "How to cite this petition";
    public const string AnotherFormat = "Need another format?";
    public const string AskForFormat = "Ask for an accessible format of these documents";
    public const string AnotherFormatPromise = "Tell us which document and what works for you: large print, plain text, read aloud. It costs nothing.";
    public const string StandIn = "Stand-in: not the filed document";
    public const string Tagged = "Tagged for screen readers";
    public const string Untagged = "Not tagged for screen readers";
    public const string Fingerprint = "SHA-256 fingerprint";

    public const string Years = "Releases by year";
    public const string AllYears = "All years";
    public const string NoReleases = "There are no press releases here yet.";
    public const string NoPetitions = "There are no petitions here yet.";
    public const string Pages = "Pages";
    public const string Newer = "Newer releases";
    public const string Older = "Older releases";
    public const string PressReleasesHeading = "Press releases";

    public const string WaysToGive = "Ways to give";
    public const string LegalName = "Legal name";
    public const string TaxId = "Employer identification number (EIN)";
    public const string ForYourRecords = "For your records";
    public const string StateDisclosures = "State disclosures";
    public const string WhereToGo = "Where to go from here";
    public const string HomePage = "Home page";
    public const string PhotoCredit = "Photo:";
    public const string Withdrawn = "Withdrawn";

    public static string About(string name) => $"About {name}";

    public static string DocumentTitle(Sheet sheet) => sheet.View is HomeView
        ? $"{sheet.Organisation.Name}: {sheet.Organisation.Tagline}"
        : $"{sheet.Title} — {sheet.Organisation.Name}";

    public static string Release(PressRelease release, Sheet sheet) => release switch
    {
        { Embargo: false } => ImmediateRelease,
        _ when sheet.Rehearsal => $"Under embargo until {Dates.Moment(release.Date, sheet.Organisation.TimeZone)}",
        _ => $"Embargo lifted {Dates.Written(Dates.Day(release.Date, sheet.Organisation.TimeZone))}",
    };

    public static string File(Download file, int? pages) => pages switch
    {
        null => $"({file.Kind}, {Sizes.Of(file.Size)})",
        1 => $"({file.Kind}, 1 page, {Sizes.Of(file.Size)})",
        _ => $"({file.Kind}, {pages} pages, {Sizes.Of(file.Size)})",
    };

    public static string FormatSubject(string title) => $"Accessible format: {title}";

    public static string PageOf(int number, int count) => $"Page {number} of {count}";

    public static string Releases(int count) => count == 1 ? "1 press release" : $"{count} press releases";

    public static string State(PetitionState state) => state switch
    {
        PetitionState.Filed => "Filed",
        PetitionState.Pending => "Pending",
        PetitionState.Granted => "Granted",
        PetitionState.Denied => "Denied",
        PetitionState.Closed => "Closed",
        _ => "Not known",
    };

    public static string Filing(FilingKind kind) => kind switch
    {
        FilingKind.Original => "Original petition",
        FilingKind.FollowUp => "Follow-up",
        FilingKind.Response => "Response",
        FilingKind.Request => "Request",
        FilingKind.Decision => "Decision",
        _ => "Other",
    };

    public static string FromTo(Filing filing) => $"{Filing(filing.Kind)}. From: {filing.From}. To: {filing.To}";

    public static string FiledAt(Petition petition) => $"{FiledWith}: {petition.FiledWith}";

    public static string Registered(Organisation organisation) =>
        $"Registered as {organisation.LegalName} (EIN {organisation.Ein})";

    /// <summary>Null where the document is in the page's own language.</summary>
    public static string? InLanguage(string language, string page) => language == page ? null : language.Split('-')[0] switch
    {
        "en" => "In English",
        "es" => "In Spanish",
        "fr" => "In French",
        "pt" => "In Portuguese",
        "de" => "In German",
        "ar" => "In Arabic",
        "he" => "In Hebrew",
        "zh" => "In Chinese",
        _ => $"Language: {language}",
    };
}
