using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Markdown;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Rendering;

/// <summary>
/// Finds what is wrong with texts where <c>site.yml</c> cannot be read, so that its mistake does not hide theirs. What the settings decide
/// is left alone: topics, contacts, languages, addresses, and all of a campaign but its form.
/// </summary>
internal sealed class TextsWithoutSettings(BuildOptions options, Problems problems)
{
    private readonly Attachments _attachments = new(options.Input, options.Cache, NoBuildCache.Instance);
    private readonly ConcurrentDictionary<string, EditionContext> _contexts = new(StringComparer.Ordinal);

    public void Check() => Parallel.ForEach(InputFile.Find(options.Input).Where(source => !source.IsLink), Check);

    private void Check(InputFile source)
    {
        var own = problems.For(source.Shown);
        if (source.Relative.StartsWith(SiteSection.Campaigns, StringComparison.Ordinal))
        {
            if (ContentFile.Read(source.File, frontMatter: false, own) is { } campaign)
                Yaml.Read(campaign.FrontMatter, 0, own);
            return;
        }
        if (TranscriptFiles.IsText(source.File))
            return;
        var context = _contexts.GetOrAdd(Address.LanguageOf(source.Relative) ?? "", ContextOf);
        var reader = new EntryReader(context, _attachments, NoBuildCache.Instance.NewRecorder<AttachmentSource>());
        if (Address.Of(source.Relative, context.Editions[0], own) is { } address && reader.Read(source.File, address, own) is { } entry)
            Render(entry);
    }

    private static EditionContext ContextOf(string language) =>
        new(Blank(language), [Blank("")], WordLists.Blank) { IsUnread = true };

    private void Render(Entry entry)
    {
        var quotations = entry.Content is PressRelease release ? release.Quotations : [];
        new BodyRenderer(WordLists.Blank, (_, link, _) => link, _attachments.Picture)
            .Render(entry, quotations.DistinctBy(quotation => quotation.Id).ToDictionary(quotation => quotation.Id));
    }

    /// <param name="language">Of a translation; empty for the site's own, whichever that is.</param>
    private static SiteSettings Blank(string language) => new()
    {
        Name = "", LegalName = "", Ein = "", Tagline = "", Description = "", Boilerplate = "", BaseUrl = "",
        TimeZone = TimeZoneInfo.Utc, Languages = ["en"], Currency = "USD", Address = new PostalAddress("", "", null, "", ""),
        Email = "", AccessibleFormatsEmail = "", SecurityEmail = "", Contacts = [], Navigation = [], FooterNavigation = [], Topics = [],
        Designations = [], WaysToGive = [], Disclosures = [], PageSize = 20, SocialImages = false,
        Root = language.Length == 0 ? EditionRoot.Default : $"/{language}/",
    };
}
