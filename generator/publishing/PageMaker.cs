using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Generator.Machines;
using Advocacy.Generator.Markdown;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Generator.Rendering;
using Advocacy.Theme.Content;
using Advocacy.Theme.Rendering;

namespace Advocacy.Generator.Publishing;

/// <summary>Writes each text and draws its page in one go, so that no more than a few are in memory, and leaves alone what would come out the same.</summary>
/// <param name="output">Null where texts are only looked through.</param>
/// <param name="memory">Null where there is no build before or after this one.</param>
internal sealed class PageMaker(SitePlan plan, Links links, Attachments attachments, Assets assets, SocialPictures? pictures, IOutput? output, Memory? memory)
{
    /// <summary>The places of each text that a link can lead to, by its page's address.</summary>
    public ConcurrentDictionary<string, ImmutableArray<string>> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts that the functions show, too, by their pages' addresses.</summary>
    public ConcurrentDictionary<string, Body> Giving { get; } = new(StringComparer.Ordinal);

    /// <param name="entry">Null for a list, which has no text of its own.</param>
    /// <param name="page">Null for a text that is not public.</param>
    public async Task MakeAsync(Entry? entry, (Site Edition, Planned Page)? page)
    {
        if (output is null)
            page = null;
        var text = entry is null ? null : Kept(entry);
        if (entry is null && page is { } list)
        {
            if (!IsKept(list, null))
                await DrawAsync(list, list.Page.View, null);
        }
        else if (entry is not null && (text is null || page is { } same && !IsKept(same, text)))
        {
            var placed = new HashSet<string>(StringComparer.Ordinal);
            var body = Write(entry, placed, out text);
            if (page is { } own && entry.Problems.IsEmpty)
                await DrawAsync(own, WithText(own.Page.View, body, placed), text);
        }
    }

    /// <param name="page">Null for a document that is not public.</param>
    public async Task MakeAsync(DocumentTexts text, (Site Edition, Planned Page)? page)
    {
        var body = text.Origin == TextOrigin.Program ? text.Page.Content.Body : text.Write(new BodyWriter(links.Resolve, attachments.Picture));
        Places[text.Page.Content.Url] = body?.Anchors ?? [];
        if (output is null || body is null || page is not { Page.View: DocumentView view } own)
            return;
        if (text.Origin != TextOrigin.Program)
            await DrawAsync(own, view with { Document = view.Document with { Text = new DocumentText(body, text.Page.Content.Language, text.Origin) } }, null);
        else if (!IsKept(own, null))
            await DrawAsync(own, view, null);
    }

    private WrittenText? Kept(Entry entry) =>
        memory is not null && !IsOfGiving(entry) && memory.Texts.TryGetValue(entry.File, out var text)
        && ReferenceEquals(text.Source.Content, entry.Content) && text.Source.Utf8.Equals(entry.Utf8) && text.Asked.HasSameAnswers((links, attachments, entry))
            && Places.TryAdd(entry.Content.Url, text.Places)
            ? text : null;

    private static bool IsOfGiving(Entry entry) => entry.Content is Page page && GivingFileMaker.IsOfGiving(page);

    private bool IsKept((Site Edition, Planned Page) planned, WrittenText? text)
    {
        var (edition, page) = planned;
        return memory is not null && memory.Pages.TryGetValue(page.Url, out var drawn)
            && drawn.Page == page && drawn.Alternates.Equals(plan.AlternatesOf(edition, page)) && ReferenceEquals(drawn.Text, text)
            // A release that was under embargo says what became of it by now.
            && page.View is not PressReleaseView { Release.Embargo: true }
            && output!.Keep(page.File) && (drawn.SocialImage is null || output.Keep(drawn.SocialImage[1..]));
    }

    private Body Write(Entry entry, HashSet<string> placed, out WrittenText? text)
    {
        var asked = memory is null ? null : new Inquiry<(Links Links, Attachments Attachments, Entry Entry)>();
        var writer = asked is null
            ? new BodyWriter(links.Resolve, attachments.Picture)
            : new BodyWriter(
                (from, link, line) => asked.Ask((links, attachments, from), whom => whom.Links.Resolve(whom.Entry, link, line)),
                (file, _, line) => asked.Ask((links, attachments, entry), whom => whom.Attachments.Picture(file, whom.Entry.Problems, line)));
        var quotations = entry.Content is PressRelease release
            ? release.Quotations.GroupBy(q => q.Id).ToDictionary(g => g.Key, g => g.First())
            : [];
        var body = writer.Write(entry, quotations, placed);
        Places[entry.Content.Url] = body.Anchors;
        if (IsOfGiving(entry))
            Giving[entry.Content.Url] = body;
        text = asked is not null && entry.Problems.IsEmpty ? new WrittenText(entry, body.Anchors, asked) : null;
        if (text is not null)
            memory!.Texts[entry.File] = text;
        else
            memory?.Texts.TryRemove(entry.File, out _);
        return body;
    }

    private static View WithText(View view, Body body, HashSet<string> placed) => view switch
    {
        HomeView home => home with { Page = home.Page with { Body = body } },
        DonateView donate => donate with { Page = donate.Page with { Body = body } },
        ThanksView thanks => thanks with { Page = thanks.Page with { Body = body } },
        ManageView manage => manage with { Page = manage.Page with { Body = body } },
        PageView plain => plain with { Page = plain.Page with { Body = body } },
        PetitionView petition => petition with { Petition = petition.Petition with { Body = body } },
        PressReleaseView release => release with
        {
            Release = release.Release with { Body = body, Quotations = [.. release.Release.Quotations.Select(q => q with { Placed = placed.Contains(q.Id) })] },
        },
        _ => view,
    };

    /// <param name="view">What is planned, with its text.</param>
    private async Task DrawAsync((Site Edition, Planned Page) planned, View view, WrittenText? text)
    {
        var (edition, page) = planned;
        var image = pictures?.Of(edition, page);
        var alternates = plan.AlternatesOf(edition, page);
        await using var writer = Utf8Writer.Take();
        await PageRenderer.RenderAsync(SheetMaker.Make(edition, page with { View = view }, alternates, assets, image), writer);
        output!.Write(page.File, writer.Written);
        if (memory is not null)
            memory.Pages[page.Url] = new DrawnPage(page, alternates, text, image);
    }
}
