using System.Globalization;
using Advocacy.Content;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Reading;

/// <summary>The result of opening a PDF (a discriminated union), which one process can send to another in lines of text.</summary>
public abstract record PdfReading
{
    private protected PdfReading() { }

    public string Written() => this switch
    {
        ReadPdf pdf => string.Join(
            '\n',
            "read",
            pdf.Pages.ToString(CultureInfo.InvariantCulture),
            pdf.Tagged ? "tagged" : "untagged",
            pdf.Title,
            pdf.Language,
            PageNumbers.Write(pdf.Pictures),
            CachedHiddenContent.Write(pdf.Hidden),
            pdf.Text),
        LockedPdf => "locked",
        SlowPdf => "slow",
        GreedyPdf => "greedy",
        _ => "damaged",
    };

    public static PdfReading Of(string written) => written.Split('\n', 8) switch
    {
        ["read", var pages, var tagged, var title, var language, var pictures, var hidden, var text] when int.TryParse(
            pages,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count) =>
            new ReadPdf(
                count,
                tagged == "tagged",
                title.Length > 0 ? title : null,
                language.Length > 0 ? language : null,
                PageNumbers.Read(pictures),
                CachedHiddenContent.Read(hidden),
                text),
        ["locked"] => new LockedPdf(),
        ["slow"] => new SlowPdf(),
        ["greedy"] => new GreedyPdf(),
        _ => new DamagedPdf(),
    };
}

/// <param name="Title">As the file says; null where it says none.</param>
/// <param name="Language">BCP 47, as the file says; null where it says none.</param>
/// <param name="Pictures">The pages that are pictures without text, or with no more than a stamp.</param>
/// <param name="Text">Its passages, as <see cref="Transcript"/> writes them; empty where it has none.</param>
public sealed record ReadPdf(
    int Pages,
    bool Tagged,
    string? Title,
    string? Language,
    EquatableArray<int> Pictures,
    EquatableArray<HiddenContent> Hidden,
    string Text) : PdfReading
{
    /// <summary>Whether its text took too much to be put in order.</summary>
    public bool IsUnread { get; init; }
}

public sealed record LockedPdf : PdfReading;

/// <summary>Took more than <see cref="SeparateReading.Work"/>.</summary>
public sealed record SlowPdf : PdfReading;

/// <summary>Took more than <see cref="SeparateReading.Memory"/>.</summary>
public sealed record GreedyPdf : PdfReading;

public sealed record DamagedPdf : PdfReading;
