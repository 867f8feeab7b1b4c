using System.Text.Json.Serialization;

namespace Advocacy.Content.Pages;

[JsonDerivedType(typeof(HtmlPart), "html")]
[JsonDerivedType(typeof(QuotationPart), "quotation")]
[JsonDerivedType(typeof(PicturePart), "picture")]
public abstract record BodyPart;

public sealed record HtmlPart(string Html) : BodyPart
{
    /// <summary>Its words alone, for the search; not in <c>giving.json</c>, and so empty for the functions.</summary>
    [JsonIgnore]
    public string Text { get; init; } = "";
}

public sealed record QuotationPart(Quotation Quotation) : BodyPart;

public sealed record PicturePart(Picture Picture) : BodyPart;

/// <summary>Where a page of a document begins, so that it can be cited: <c>#page=4</c>, as in the PDF itself.</summary>
/// <param name="Number">From 1.</param>
public sealed record PagePart(int Number) : BodyPart;

/// <summary>Where the text ends and the document does not.</summary>
/// <param name="Page">The last of which there is text, from 1.</param>
public sealed record CutPart(int Page) : BodyPart;
