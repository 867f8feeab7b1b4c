using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Advocacy.Theme.Content;

/// <summary>What every page has, whatever its kind.</summary>
public abstract record Content
{
    /// <summary>The file in <c>input/</c>, with forward slashes.</summary>
    public required string Path { get; init; }
    /// <summary>The address on the site, for instance <c>/press-releases/ferry/</c>.</summary>
    public required string Url { get; init; }
    public required string Language { get; init; }
    /// <summary>That of the edition the page stands in: its address's, or, where it is an original, its language's.</summary>
    public string Root { get; init; } = "/";
    /// <summary>The address of the page that this one translates; its own where it translates none.</summary>
    public required string Original { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required Body Body { get; init; }
    public Picture? Image { get; init; }
    public bool Draft { get; init; }
    /// <summary>Null where the page is always there.</summary>
    public DateTimeOffset? Published { get; init; }
    /// <summary>The instant at which the page is no longer public.</summary>
    public DateTimeOffset? Expires { get; init; }
    public Withdrawal? Withdrawn { get; init; }
}

public enum PageLayout { Page, Home, About, Contact, Donate, Thanks, Manage, Press, NotFound }

public sealed record Page : Content
{
    public required PageLayout Layout { get; init; }
}

/// <param name="Reason">A sentence for the reader who followed an old link.</param>
/// <param name="Language">Of the reason; null where that is in the page's.</param>
public sealed record Withdrawal(DateOnly Date, string Reason, string? Language = null);

/// <summary>A body of text, ready to show: runs of finished HTML and, where the writer placed them, quotations.</summary>
public sealed record Body(ImmutableArray<BodyPart> Parts)
{
    public static Body Empty { get; } = new([]);

    /// <summary>The places that a link can lead to, without the number sign.</summary>
    public ImmutableArray<string> Anchors { get; init; } = [];
}

[JsonDerivedType(typeof(HtmlPart), "html")]
[JsonDerivedType(typeof(QuotationPart), "quotation")]
[JsonDerivedType(typeof(PicturePart), "picture")]
public abstract record BodyPart;

public sealed record HtmlPart(string Html) : BodyPart;

public sealed record QuotationPart(Quotation Quotation) : BodyPart;

public sealed record PicturePart(Picture Picture) : BodyPart;

/// <summary>Where a page of a document begins, so that it can be cited: <c>#page=4</c>, as in the PDF itself.</summary>
/// <param name="Number">From 1.</param>
public sealed record PagePart(int Number) : BodyPart;

/// <summary>Where the text ends and the document does not.</summary>
/// <param name="Page">The last of which there is text, from 1.</param>
public sealed record CutPart(int Page) : BodyPart;

/// <summary>A picture in several widths and formats.</summary>
public sealed record Picture
{
    public required string Alt { get; init; }
    public string? Caption { get; init; }
    public string? Credit { get; init; }
    /// <summary>Pixels of the largest rendition.</summary>
    public required int Width { get; init; }
    public required int Height { get; init; }
    /// <summary>The address for browsers that know neither AVIF nor WebP.</summary>
    public required string Fallback { get; init; }
    public required Listing<PictureSource> Sources { get; init; }
}

/// <param name="MediaType">For instance <c>image/avif</c>.</param>
/// <param name="SourceSet">The value of <c>srcset</c>.</param>
public sealed record PictureSource(string MediaType, string SourceSet);
