using System.Collections.Immutable;

namespace Advocacy.Generator.Validation;

/// <summary>
/// Every check on the content as a whole, in the order in which they run. What is wrong within one file is found where the file is read
/// (<c>Loading/</c>) or its text is rendered (<c>Markdown/</c>). To add a check, add a class and a line here.
/// </summary>
/// <remarks>Problems are sorted before they are reported, so that the order matters only where a comment says so.</remarks>
internal static class SiteChecks
{
    public static ImmutableArray<ISiteCheck> All { get; } =
    [
        new UniqueAddressCheck(),
        new ReservedAddressCheck(),
        new TranslationPairCheck(),
        new CampaignOverlapCheck(),
        new FutureDateCheck(),
        new TranscriptCheck(),

        new ListAddressCheck(),
        new RequiredPageCheck(),
        new ReferenceCheck(),
        // Before the links of texts and the files are checked: it resolves the links of site.yml and of banners, which adds to both.
        new SettingsLinkCheck(),

        new LinkCheck(),
        new EmbargoedFileCheck(),
        new HiddenContentCheck(),
        new RedirectCheck(),
        new HostLimitCheck(),
        new PublishedUrlCheck(),
    ];

    public static void Run(CheckStage stage, CheckContext context)
    {
        foreach (var check in All.Where(check => check.Stage == stage))
            check.Check(context);
    }
}
