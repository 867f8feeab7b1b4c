using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Search;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Search;

public sealed class SuffixRulesTests
{
    public static TheoryData<string, string> Families { get; } = new()
    {
        { "en", "child children" },
        { "en", "petition petitions petitioned petitioning petitioner petitioners" },
        { "en", "family families" },
        { "en", "release releases released releasing" },
        { "en", "file files filed filing filings" },
        { "en", "plan plans planned planning" },
        { "en", "declare declares declared declaration declarations" },
        { "en", "protect protects protected protecting protection" },
        { "en", "organize organizes organized organizing organization organizations" },
        { "en", "stay stays" },
        { "en", "woman women" },
        { "es", "niño niños niña niñas" },
        { "es", "petición peticiones peticionario peticionarios" },
        { "es", "declarar declaró declaran declararon declarado declaración declaraciones" },
        { "es", "juez jueces" },
        { "es", "refugio refugios refugiado refugiada refugiados refugiadas" },
        { "es", "menor menores" },
        { "es", "audiencia audiencias" },
        { "es", "mujer mujeres" },
        { "es", "violento violenta violentos violencia violencias" },
        { "es", "importante importancia" },
        { "es", "correr corrían corrieron corriendo" },
        { "es", "rápido rápida rápidamente" },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void WordsOfAFamilyHaveOneStem(string language, string family) =>
        Assert.Single(family.Split(' ').Select(word => Of(language).Stem(Folding.Fold(word))).Distinct());

    [Theory]
    [InlineData("en", "nation", "national")]
    [InlineData("en", "organ", "organization")]
    [InlineData("en", "custody", "custom")]
    [InlineData("es", "nación", "nace")]
    [InlineData("es", "estado", "esto")]
    public void WordsOfDifferentFamiliesHaveDifferentStems(string language, string one, string other) =>
        Assert.NotEqual(Of(language).Stem(Folding.Fold(one)), Of(language).Stem(Folding.Fold(other)));

    [Fact]
    public void LanguageWithoutAFileHasNoRules() => Assert.Equal("kitab", Of("ar").Stem("kitab"));

    private static SuffixRules Of(string language)
    {
        var endings = SuffixRulesReader.Read(SiteFolder.Theme, [language], new Problems("", []));
        return endings[language];
    }
}
