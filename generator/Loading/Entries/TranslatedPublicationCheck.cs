using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>A translation is public no earlier and no longer than its original: an embargo is extended in one place.</summary>
internal static class TranslatedPublicationCheck
{
    private static readonly string[] _hiding = ["Draft", "Excluded"];

    /// <param name="original">The original's file.</param>
    public static void Check(YamlMap translation, string original, TimeZoneInfo zone, Problems problems)
    {
        if (Translations.Read(original) is not { } said)
            return;
        // What is wrong with a field is reported where the fields are read.
        var ignored = new Problems("", []);
        var (here, there) = (new Fields(translation, ignored), new Fields(said, ignored));
        var name = Path.GetFileName(original);
        if (here.InstantOrNull("Published", zone) < there.InstantOrNull("Published", zone))
            problems.Add(
                here.LineOf("Published"),
                $"Published is before that of {name}, and nobody is to read of it until then",
                "take it out here, or write a later time");
        if (here.EndOrNull("Expires", zone) > there.EndOrNull("Expires", zone))
            problems.Add(
                here.LineOf("Expires"),
                $"Expires is after that of {name}, and nobody is to read of it from then on",
                "take it out here, or write an earlier time");
        foreach (var hiding in _hiding.Where(field => here.Has(field) && !here.Flag(field) && there.Flag(field)))
            problems.Add(here.LineOf(hiding), $"{hiding} is false, and {name} is not public", "take it out here");
    }
}
