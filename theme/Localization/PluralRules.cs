namespace Advocacy.Theme.Localization;

/// <summary>The cardinal rules of CLDR 48 for whole numbers. The runtime has none.</summary>
/// <remarks>https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html</remarks>
internal static class PluralRules
{
    // A form that comes with none of these numbers is for fractions or millions.
    private const int Ordinary = 200;

    /// <summary>Whether a word that counts must have the form in the language.</summary>
    /// <param name="tag">BCP 47.</param>
    public static bool Has(string tag, Plural form) => form == Plural.Other || Enumerable.Range(0, Ordinary).Any(n => Of(tag, n) == form);

    /// <param name="tag">BCP 47.</param>
    /// <param name="n">0 or more.</param>
    public static Plural Of(string tag, int n)
    {
        // The only region that counts otherwise than its language: Portugal, as Italy does.
        var language = tag == "pt-PT" ? "it" : tag.Split('-')[0];
        var (ten, hundred) = (n % 10, n % 100);
        var millions = n > 0 && n % 1_000_000 == 0;
        return language switch
        {
            "bm" or "bo" or "dz" or "hnj" or "id" or "ig" or "ii" or "ja" or "jbo" or "jv" or "kde" or "kea"
                or "km" or "ko" or "lkt" or "lo" or "ms" or "my"
                or "nqo" or "osa" or "sah" or "ses" or "sg" or "su" or "th" or "to" or "tpi" or "vi" or "wo" or "yo" or "yue"
                or "zh" => Plural.Other,
            "ak" or "am" or "as" or "bho" or "bn" or "csw" or "doi" or "fa" or "ff" or "gu" or "guw"
                or "hi" or "hy" or "kab" or "kn" or "kok" or "ln" or "mg"
                or "nso" or "pa" or "pcm" or "si" or "ti" or "wa" or "zu" => One(n <= 1),
            "fr" or "pt" => n <= 1 ? Plural.One : Many(millions),
            "ca" or "es" or "it" or "lld" or "scn" or "vec" => n == 1 ? Plural.One : Many(millions),
            "tzm" => One(n is <= 1 or (>= 11 and <= 99)),
            "ceb" or "fil" or "tl" => One(n is 1 or 2 or 3 || ten is not (4 or 6 or 9)),
            "is" or "mk" => One(ten == 1 && hundred != 11),
            "blo" or "cv" or "ksh" or "lag" => n switch { 0 => Plural.Zero, 1 => Plural.One, _ => Plural.Other },
            "lv" or "prg" => ten == 0 || hundred is >= 11 and <= 19 ? Plural.Zero : One(ten == 1),
            "he" or "iu" or "naq" or "sat" or "se" or "sma" or "smi" or "smj" or "smn" or "sms" =>
                n switch { 1 => Plural.One, 2 => Plural.Two, _ => Plural.Other },
            "shi" => n <= 1 ? Plural.One : Few(n <= 10),
            "mo" or "ro" => n == 1 ? Plural.One : Few(n == 0 || hundred is >= 1 and <= 19),
            "cs" or "sk" => n == 1 ? Plural.One : Few(n is >= 2 and <= 4),
            "bs" or "hr" or "sh" or "sr" => ten == 1 && hundred != 11 ? Plural.One : Few(IsSlavicFew(n)),
            "be" or "ru" or "uk" => ten == 1 && hundred != 11 ? Plural.One : IsSlavicFew(n) ? Plural.Few : Plural.Many,
            "pl" => n == 1 ? Plural.One : IsSlavicFew(n) ? Plural.Few : Plural.Many,
            "lt" => hundred is >= 11 and <= 19 || ten == 0 ? Plural.Other : ten == 1 ? Plural.One : Plural.Few,
            "sgs" => n == 2 ? Plural.Two : hundred is >= 11 and <= 19 || ten == 0 ? Plural.Other : ten == 1 ? Plural.One : Plural.Few,
            "dsb" or "hsb" or "sl" => hundred switch { 1 => Plural.One, 2 => Plural.Two, 3 or 4 => Plural.Few, _ => Plural.Other },
            "gd" => n switch { 1 or 11 => Plural.One, 2 or 12 => Plural.Two, >= 3 and <= 19 => Plural.Few, _ => Plural.Other },
            "ga" => n switch
            {
                1 => Plural.One,
                2 => Plural.Two,
                >= 3 and <= 6 => Plural.Few,
                >= 7 and <= 10 => Plural.Many,
                _ => Plural.Other,
            },
            "gv" => ten switch { 1 => Plural.One, 2 => Plural.Two, _ => Few(hundred % 20 == 0) },
            "mt" => (n, hundred) switch
            {
                (1, _) => Plural.One,
                (2, _) => Plural.Two,
                (0, _) or (_, >= 3 and <= 10) => Plural.Few,
                (_, >= 11 and <= 19) => Plural.Many,
                _ => Plural.Other,
            },
            "ar" or "ars" => (n, hundred) switch
            {
                ( <= 2, _) => (Plural)n,
                (_, >= 3 and <= 10) => Plural.Few,
                (_, >= 11) => Plural.Many,
                _ => Plural.Other,
            },
            "cy" => n switch { <= 3 => (Plural)n, 6 => Plural.Many, _ => Plural.Other },
            "br" => (ten, hundred) switch
            {
                (1, not (11 or 71 or 91)) => Plural.One,
                (2, not (12 or 72 or 92)) => Plural.Two,
                (3 or 4 or 9, not ((>= 10 and <= 19) or (>= 70 and <= 79) or (>= 90 and <= 99))) => Plural.Few,
                _ => Many(millions),
            },
            "kw" => n switch
            {
                <= 1 => (Plural)n,
                _ when hundred is 2 or 22 or 42 or 62 or 82 || IsCornishTwo(n) => Plural.Two,
                _ when hundred is 3 or 23 or 43 or 63 or 83 => Plural.Few,
                _ => Many(hundred is 1 or 21 or 41 or 61 or 81),
            },
            _ => One(n == 1),
        };
    }

    private static bool IsCornishTwo(int n) =>
        (n % 100_000 is >= 1_000 and <= 20_000 or 40_000 or 60_000 or 80_000 && n % 1_000 == 0) || n % 1_000_000 == 100_000;

    private static bool IsSlavicFew(int n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);

    private static Plural One(bool one) => one ? Plural.One : Plural.Other;

    private static Plural Few(bool few) => few ? Plural.Few : Plural.Other;

    private static Plural Many(bool many) => many ? Plural.Many : Plural.Other;
}
