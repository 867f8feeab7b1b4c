using Advocacy.Generator.Documents.Painting;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>What people put on pages: marks for redaction, comments, fields of forms.</summary>
internal sealed class Annotations(PdfObjects objects)
{
    /// <summary>Whether viewers draw the fields by themselves, with the values that they hold (ISO 32000-1, 12.7.2).</summary>
    private readonly bool _areDrawnAnew = objects.Entry<DictionaryToken>(objects.Catalog, "AcroForm") is { } form
        && objects.Entry(form, "NeedAppearances") is BooleanToken { Data: true };

    /// <summary>What a field holds now, before, and with its formatting.</summary>
    private static readonly string[] _values = ["V", "DV", "RV"];

    private readonly List<int> _redactions = [];
    private readonly List<int> _comments = [];
    private readonly List<int> _fields = [];

    public void Look(PaintedPage painted)
    {
        var (page, number) = (painted.Dictionary, painted.Number);
        var (redacts, comments, hides) = (false, false, painted.HidesField && !_areDrawnAnew);
        foreach (var token in objects.Entry<ArrayToken>(page, "Annots")?.Data ?? [])
        {
            if (objects.Follow<DictionaryToken>(token) is not { } annotation)
                continue;
            var type = objects.Entry<NameToken>(annotation, "Subtype")?.Data;
            redacts |= type == "Redact";
            comments |= type is not ("Link" or "Widget" or "Popup" or "Redact")
                && !string.IsNullOrWhiteSpace(objects.Text(annotation, "Contents"));
            hides |= type == "Widget" && AnnotationPainter.IsUnseen(objects, annotation) && HasWords(annotation);
        }
        Add(_redactions, redacts, number);
        Add(_comments, comments, number);
        Add(_fields, hides, number);
    }

    public IEnumerable<HiddenContent> Find()
    {
        if (_redactions.Count > 0)
            yield return Describe(true, _redactions, "has redaction marks that were never applied",
                "apply them in the program that made them (in Acrobat: Redact a PDF, then Apply), which takes the words out");
        if (_fields.Count > 0)
            yield return Describe(true, _fields, "has form fields with something filled in that is not shown",
                "clear or delete the fields, or print it to a new PDF");
        if (_comments.Count > 0)
            yield return Describe(false, _comments, "has comments", "delete them if readers should not have them, and save it again");
    }

    private static HiddenContent Describe(bool refused, List<int> pages, string what, string fix) =>
        new(refused, HiddenText.Place(pages), what, fix);

    private static void Add(List<int> pages, bool found, int number)
    {
        if (found)
            pages.Add(number);
    }

    /// <summary>The value of a field is its own or that of the field which it belongs to (ISO 32000-1, 12.7.3).</summary>
    private bool HasWords(DictionaryToken? field)
    {
        for (var depth = 0; field is not null && depth < 50; depth++)
        {
            if (objects.Entry<NameToken>(field, "FT")?.Data == "Btn")
                return false;
            if (_values.Any(name => HoldsWords(objects.Entry(field, name))))
                return true;
            field = objects.Entry<DictionaryToken>(field, "Parent");
        }
        return false;
    }

    private bool HoldsWords(IToken? value) => value switch
    {
        StringToken text => !string.IsNullOrWhiteSpace(text.Data),
        HexToken text => !string.IsNullOrWhiteSpace(text.Data),
        ArrayToken several => several.Data.Any(item => HoldsWords(objects.Follow(item))),
        StreamToken => true,
        _ => false,
    };
}
