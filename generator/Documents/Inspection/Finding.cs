using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>Everything that is found in files, in the words of the report.</summary>
internal static class Finding
{
    private const string Inspect =
        "in Word, Excel or PowerPoint, choose File, Info, Inspect Document, or in LibreOffice File, Properties, Reset Properties";

    public static HiddenContent TrackedChanges(string place = "") =>
        new(true, place, "has tracked changes", "accept or reject all of them, turn tracking off, and save it again");

    public static HiddenContent Comments(string place = "") =>
        new(true, place, "has comments", "delete all of them, and save it again");

    public static HiddenContent HiddenText(string place = "") =>
        new(true, place, "has hidden text", "delete it, or show it, and save it again");

    public static HiddenContent Blackened(string place = "") => new(
        true, place, "has words under black, which anyone can read",
        "replace the words themselves, such as with [redacted], and save it again");

    public static HiddenContent WhiteText(string place = "") =>
        new(true, place, "has white text on white", "delete it, or give it a color, and save it again");

    public static HiddenContent HiddenSheet(string place) =>
        new(true, place, "has a hidden sheet", "delete it, or show it, and save it again");

    public static HiddenContent HiddenCells(string place) =>
        new(true, place, "has hidden rows or columns", "delete them, or show them, and save it again");

    public static HiddenContent HiddenSlide(string place) =>
        new(true, place, "has a hidden slide", "delete it, or show it, and save it again");

    public static HiddenContent HiddenObject(string place = "") =>
        new(true, place, "has a hidden picture or shape", "delete it, or show it, and save it again");

    public static HiddenContent Macros { get; } =
        new(true, "", "has macros", "save it as a kind without macros");

    public static HiddenContent EmbeddedFile { get; } = new(
        true, "", "has another file embedded, such as the table behind a chart",
        "replace it with a picture of what it shows, and save it again");

    public static HiddenContent Controls { get; } =
        new(true, "", "has controls that run on the reader's computer", "delete them, and save it again");

    public static HiddenContent LocalLink { get; } = new(
        true, "", "leads to a file or template on somebody's computer",
        "take the link out, or attach the standard template, and save it again");

    public static HiddenContent OtherWorkbook { get; } = new(
        true, "", "keeps data of another workbook", "in Excel, choose Data, Edit Links, Break Link, and save it again");

    public static HiddenContent PivotData { get; } = new(
        true, "", "keeps all data behind a pivot table", "copy the table, paste it as values, delete the pivot table, and save it again");

    public static HiddenContent EarlierVersions { get; } =
        new(true, "", "keeps earlier versions of itself", "delete them, and save it again");

    public static HiddenContent PictureWithPlace(string place = "") => new(
        true, place, "has a picture that says where it was taken", "save the picture without its place, and insert it again");

    public static HiddenContent RecordingWithPlace(string field) => new(
        true, "", $"says where it was recorded ({field})", "save it without its place: phones offer that when they share a film");

    public static HiddenContent PictureWithCamera(string place = "") => new(
        false, place, "has a picture that says when, by whom or with which camera it was taken",
        "save the picture without its metadata, and insert it again");

    public static HiddenContent Properties(IEnumerable<string> fields) => new(
        false, "", $"says things about itself: {string.Join(", ", fields)}", $"take out what is not for readers: {Inspect}");

    public static HiddenContent SpeakerNotes(string place = "") =>
        new(false, place, "has speaker notes", "delete what is not for readers");

    public static HiddenContent Printer { get; } = new(
        false, "", "names the printer that it was set up for", $"take that out: {Inspect}");

    public static HiddenContent DataSource { get; } = new(
        false, "", "names the database that its data came from", "delete the connection, and save it again");

    public static HiddenContent CustomXml { get; } = new(
        false, "", "has data of another program inside (custom XML)", $"take that out: {Inspect}");

    public static HiddenContent SourceComments { get; } =
        new(false, "", "has comments in its source", "take out what is not for readers");

    public static HiddenContent ArchiveComments { get; } =
        new(false, "", "has comments on its files", "make the archive again without them");

    public static HiddenContent Unknown(string endings) => new(
        false, "", $"holds files that nothing here can look into ({endings})", "make sure that they tell nothing that is not for readers");

    public static HiddenContent Tags(IEnumerable<string> names) => new(
        false, "", $"has tags that say more than title and artist: {string.Join(", ", names)}", "take out what is not for readers");
}
