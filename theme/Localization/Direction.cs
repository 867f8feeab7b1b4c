using System.Globalization;

namespace Advocacy.Theme.Localization;

/// <summary>Values of <c>dir</c>, as the runtime knows each language's script.</summary>
public static class Direction
{
    public static string Of(string language) => RunsRightToLeft(language) ? "rtl" : "ltr";

    /// <returns>Null where the passage runs as what is around it does.</returns>
    public static string? Within(string around, string? language) =>
        language is null || language == around || RunsRightToLeft(language) == RunsRightToLeft(around) ? null : Of(language);

    private static bool RunsRightToLeft(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft;
        }
        // What has the form of a tag may still be none.
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
