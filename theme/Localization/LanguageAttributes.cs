namespace Advocacy.Theme.Localization;

/// <summary>The attributes <c>lang</c> and <c>dir</c> of a passage (WCAG 2.2, 3.1.2).</summary>
public static class LanguageAttributes
{
    /// <param name="language">BCP 47; null where the passage is in the language of what is around it.</param>
    /// <returns>Null where nothing needs to be said; <c>dir</c> only where the passage runs the other way.</returns>
    public static Dictionary<string, object>? Of(string? language, string around)
    {
        if (language is null || language == around)
            return null;
        var mark = new Dictionary<string, object> { ["lang"] = language };
        if (Direction.Within(around, language) is { } direction)
            mark["dir"] = direction;
        return mark;
    }
}
