using Advocacy.Theme.Content;

namespace Advocacy.Generator.Reading;

public static class CampaignReader
{
    public static Campaign? Read(string file, Organisation site, ICollection<Mention> links, Problems problems)
    {
        if (SourceText.Read(file, frontMatter: false, problems) is not { } source || Yaml.Read(source.FrontMatter, 0, problems) is not { } map)
            return null;
        var fields = new Fields(map, problems);
        var banner = fields.One("Banner", f => new Banner(f.Text("Text"), new Link(f.Text("LinkText"), f.Text("Link")), f.LineOf("Link")), required: true);
        var campaign = new Campaign
        {
            Path = problems.Path,
            Slug = Path.GetFileNameWithoutExtension(file),
            Title = fields.Text("Title"),
            Starts = fields.InstantOf("Starts", site.TimeZone),
            Ends = fields.InstantOf("Ends", site.TimeZone),
            BannerText = banner?.Text ?? "",
            BannerLink = banner?.Link ?? new Link("", ""),
            Draft = fields.Flag("Draft"),
        };
        if (campaign.Ends < campaign.Starts)
            problems.Add(fields.LineOf("Ends"), "the campaign ends before it starts", "change Starts or Ends");
        fields.NothingElse();
        if (banner is not null)
            links.Add(new Mention(banner.Link.Url, banner.Line, problems, campaign));
        return campaign;
    }

    private sealed record Banner(string Text, Link Link, int Line);
}
