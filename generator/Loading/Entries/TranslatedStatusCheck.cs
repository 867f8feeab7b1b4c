using Advocacy.Content.Petitions;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>
/// How a petition stands is a fact, and one in all languages: a translation without the latest status would say what is no longer true.
/// </summary>
internal static class TranslatedStatusCheck
{
    /// <param name="original">The original's file.</param>
    public static void Check(YamlMap translation, string original, Problems problems)
    {
        if (Statuses(translation) is not { } here || Translations.Read(original) is not { } said || Statuses(said) is not { } there)
            return;
        var (name, line) = (Path.GetFileName(original), translation.Find("Statuses")!.Line);
        foreach (var (date, state) in there.Except(here))
            problems.Add(
                line,
                $"Statuses does not have what {name} has, {Name(state)} since {Dates.Iso(date)}",
                "add that State and Date here, too; the Text can wait for a translator");
        foreach (var (date, state) in here.Except(there))
            problems.Add(
                line,
                $"Statuses has what {name} does not have, {Name(state)} since {Dates.Iso(date)}",
                "take it out here, or add it there");
    }

    /// <returns>Null where there is something wrong with them, which is reported elsewhere.</returns>
    private static (DateOnly Date, PetitionState State)[]? Statuses(YamlMap map)
    {
        var ignored = new Problems("", []);
        var statuses = new Fields(map, ignored).Each("Statuses", f => EntryReader.Status(f, f.Date("Date")), required: true);
        return ignored.IsEmpty ? [.. statuses.Select(status => (status.Date, status.State))] : null;
    }

    private static string Name(PetitionState state) => state.ToString().ToLowerInvariant();
}
