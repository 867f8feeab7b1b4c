using System.Xml;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What a PowerPoint presentation holds and does not show. Elements: ECMA-376, part 1, 19; [MS-PPTX], 2.7.</summary>
internal static class PresentationInspection
{
    public static IEnumerable<HiddenContent> Of(Package package)
    {
        var numbers = PartNumbers.Of(package, "ppt/presentation.xml", "sldId");
        return
        [
            .. package.XmlBelow("ppt/slides/").SelectMany(part => OnSlide(package, part, numbers.PlaceOf(part, "slide"))),
            .. package.XmlBelow("ppt/").Where(part => package.Elements(part).Any(element => element.LocalName == "cm")).Take(1)
                .Select(_ => Finding.Comments()),
            .. package.XmlBelow("ppt/notesSlides/").Where(part => HasNotes(package, part)).Take(1).Select(_ => Finding.SpeakerNotes()),
        ];
    }

    private static IEnumerable<HiddenContent> OnSlide(Package package, string part, string place) => package.Elements(part)
        .Select(element => element.LocalName switch
        {
            "sld" when element.Value("show") is "0" or "false" => Finding.HiddenSlide(place),
            "cNvPr" when element.Value("hidden") is "1" or "true" => Finding.HiddenObject(place),
            _ => null,
        })
        .OfType<HiddenContent>();

    /// <summary>A number of the slide is no note: it is a field.</summary>
    private static bool HasNotes(Package package, string part)
    {
        using var reader = package.Xml(part);
        var path = new Stack<string>();
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
                path.Push(reader.LocalName);
            else if (reader.NodeType == XmlNodeType.EndElement)
                path.TryPop(out _);
            else if (reader.NodeType == XmlNodeType.Text && path.Contains("r") && !string.IsNullOrWhiteSpace(reader.Value))
                return true;
        }
        return false;
    }
}
