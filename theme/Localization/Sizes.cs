using System.Globalization;

namespace Advocacy.Theme.Localization;

/// <summary>File sizes as a reader's device counts them: 1 KB is 1000 bytes.</summary>
public static class Sizes
{
    /// <summary>For instance <c>240 KB</c> or <c>1.2 MB</c>; never less than 1 KB.</summary>
    public static string Of(long bytes, CultureInfo culture) => bytes < 999_500
        ? string.Create(culture, $"{Math.Max(1, (bytes + 500) / 1000)} KB")
        : string.Create(culture, $"{bytes / 1_000_000m:0.0} MB");
}
