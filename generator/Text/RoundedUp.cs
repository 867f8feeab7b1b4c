using System.Globalization;

namespace Advocacy.Generator.Text;

/// <summary>Sizes in messages about limits: rounded up to a tenth, so that what is just over a limit never reads as within it.</summary>
public static class RoundedUp
{
    /// <summary>1 MB as file systems of most systems show it; limits of files that are read whole are in it.</summary>
    public const long Mebibyte = 1024 * 1024;

    public static string Of(long value, long unit) =>
        (Math.Ceiling(10m * value / unit) / 10).ToString("0.#", CultureInfo.InvariantCulture);
}
