using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading.Settings;

/// <summary>The zone in which a time on the command line is meant, before the site is read as a whole.</summary>
public static class SiteTimeZone
{
    /// <returns>UTC where <c>site.yml</c> names none that is known; the build then says what is wrong.</returns>
    public static TimeZoneInfo Of(string input)
    {
        var file = Path.Combine(input, "site.yml");
        var ignored = new Problems(file, []);
        return File.Exists(file) && ContentFile.Read(file, frontMatter: false, ignored) is { } source
            && Yaml.Read(source.FrontMatter, 0, ignored) is { } map
            && TimeZoneInfo.TryFindSystemTimeZoneById(new Fields(map, ignored).TextOrNull("TimeZone") ?? "", out var zone)
                ? zone
                : TimeZoneInfo.Utc;
    }
}
