using UglyToad.PdfPig.Core;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>The part of a page on which paint stays: inside each of several regions (ISO 32000-1, 8.5.4).</summary>
internal sealed record Clip(Region Region, Clip? Outer)
{
    public bool Contains(PdfPoint point)
    {
        for (var clip = this; clip is not null; clip = clip.Outer)
        {
            if (!clip.Region.Contains(point))
                return false;
        }
        return true;
    }
}
