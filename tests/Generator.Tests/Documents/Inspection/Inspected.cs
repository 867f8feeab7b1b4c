using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Hidden;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Documents.Inspection;

/// <summary>Looks into files as a build does.</summary>
public abstract class Inspected : Folder
{
    private const string Again = "and save it again";

    protected static RejectedFile TrackedChanges(string place = "") =>
        new($"has tracked changes{place}", $"accept or reject all of them, turn tracking off, {Again}");

    protected static RejectedFile Comments { get; } = new("has comments", $"delete all of them, {Again}");

    protected static RejectedFile HiddenText(string place = "") => new($"has hidden text{place}", $"delete it, or show it, {Again}");

    protected static RejectedFile Blackened { get; } = new(
        "has words under black, which anyone can read", $"replace the words themselves, such as with [redacted], {Again}");

    protected static RejectedFile WhiteText { get; } = new("has white text on white", $"delete it, or give it a color, {Again}");

    protected static RejectedFile HiddenSheet(int sheet) =>
        new($"has a hidden sheet (sheet {sheet})", $"delete it, or show it, {Again}");

    protected static RejectedFile HiddenCells(int sheet) =>
        new($"has hidden rows or columns (sheet {sheet})", $"delete them, or show them, {Again}");

    protected static RejectedFile HiddenSlide(int slide) =>
        new($"has a hidden slide (slide {slide})", $"delete it, or show it, {Again}");

    protected static RejectedFile Macros { get; } = new("has macros", "save it as a kind without macros");

    protected static RejectedFile EmbeddedFile { get; } = new(
        "has another file embedded, such as the table behind a chart", $"replace it with a picture of what it shows, {Again}");

    protected static RejectedFile LocalLink { get; } = new(
        "leads to a file or template on somebody's computer", $"take the link out, or attach the standard template, {Again}");

    protected static RejectedFile PictureWithPlace(string place = "") => new(
        $"has a picture that says where it was taken{place}", "save the picture without its place, and insert it again");

    /// <returns>Rejected where the site would refuse what the file hides, with the first reason.</returns>
    protected FileInspection Inspect(string name, byte[] bytes)
    {
        var inspection = DocumentInspector.Inspect(Write(name, bytes), Cache);
        return inspection is InspectedFile(var facts) && facts.Hidden.FirstOrDefault(h => h.Refused) is { } refused
            ? new RejectedFile(HiddenContentSentence.Of(refused), refused.Fix)
            : inspection;
    }

    protected FileInspection Inspect(string name, params (string Name, string Text)[] parts) => Inspect(name, ZippedParts.Of(parts));

    /// <summary>What a person is to decide about, of a file that is published.</summary>
    protected string[] Warned(string name, byte[] bytes) =>
        [.. Assert.IsType<InspectedFile>(Inspect(name, bytes)).Facts.Hidden.Select(content => content.What)];

    protected string[] Warned(string name, params (string Name, string Text)[] parts) => Warned(name, ZippedParts.Of(parts));
}
