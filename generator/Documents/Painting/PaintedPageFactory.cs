using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>Reads a page for <see cref="PdfDocument.GetPage{TPage}"/>.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "PdfPig makes one for each document.")]
internal sealed class PaintedPageFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options) : BasePageFactory<PaintedPage>(scanner, resources, filters, parser, options)
{
    protected override PaintedPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var objects = PdfObjects.Of(PdfScanner);
        var recorder = new PaintRecorder(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix,
            ParsingOptions, objects, objects.Inherited(dictionary, "Resources") as DictionaryToken);
        recorder.Process(pageNumber, operations);
        var annotations = new AnnotationPainter(recorder, objects);
        annotations.Paint(dictionary);
        var shown = initialMatrix.Transform(cropBox.Bounds).Normalise();
        return new PaintedPage(
            pageNumber,
            shown.Width,
            shown.Height,
            Region.Of(initialMatrix.Transform(mediaBox.Bounds)),
            recorder.Letters,
            recorder.Shapes,
            dictionary,
            annotations.HidesField);
    }
}
