using System.Globalization;

namespace Advocacy.Generator.Cli;

/// <summary>Dates, numbers and the order of words come from ICU, and a setting of the runtime turns it off.</summary>
public static class LanguageData
{
    /// <returns>What is wrong and how to fix it, in one sentence; null where the runtime has ICU.</returns>
    public static string? Problem() => IsThere()
        ? null
        : "The .NET runtime works without ICU, so that no language but English has its dates and numbers; "
            + "install ICU (Debian: libicu-dev; Alpine: icu-libs and icu-data-full), "
            + "and take away the setting DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.";

    private static bool IsThere()
    {
        try
        {
            return CultureInfo.GetCultureInfo("es").DateTimeFormat.GetMonthName(1) == "enero";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
