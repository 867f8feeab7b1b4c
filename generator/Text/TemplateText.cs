namespace Advocacy.Generator.Text;

/// <summary>
/// What stands in a start until a writer writes it, in the language of the site. The guide for writers comes in the same languages.
/// </summary>
internal sealed record TemplateText
{
    private static readonly TemplateText _english = new()
    {
        ToBeWritten = "To be written",
        Description = "One or two sentences for lists, search results and shared links.",
        DraftOfRelease = "Take this line out when the text is ready. Until the time in Published, nobody sees it all the same.",
        DraftOfPage = "Take this line out when the page is ready.",
        DraftOfCampaign = "Take this line out when the words are ready.",
        ReleaseText = "Say first what happened, who did it, and when.",
        ReleaseMore = "Go on with what a reader has to know.",
        PetitionAsk = "What the petition asks for, in a sentence.",
        PetitionFilings = "From and To are read in one phrase. Put each document beside this file and name it:",
        PetitionTitle = "The petition",
        PetitionCite = "How others should cite the petition.",
        PetitionText = "What the petition is about, in plain words.",
        CampaignDescription = "What gifts are asked for, in a sentence.",
        CampaignAmount = "What it is meant for",
        CampaignPhases = "The words of a phase must stay true for those who read them later, so name the date.",
        CampaignBanner = "One sentence.",
        CampaignOver = "What became of it.",
        Tags = "Keep those that fit, and take away the number sign:",
        Document = (list, file) =>
            $"One more of {list}: put {file} beside this text, fill in the fields, and take away the number sign "
            + "and the space before each.",
    };

    private static readonly TemplateText _spanish = new()
    {
        ToBeWritten = "Por escribir",
        Description = "Una o dos frases para las listas, los resultados de búsqueda y los enlaces compartidos.",
        DraftOfRelease = "Quite esta línea cuando el texto esté listo. Hasta la hora de Published nadie lo ve de todos modos.",
        DraftOfPage = "Quite esta línea cuando la página esté lista.",
        DraftOfCampaign = "Quite esta línea cuando las palabras estén listas.",
        ReleaseText = "Diga primero qué ocurrió, quién lo hizo y cuándo.",
        ReleaseMore = "Siga con lo que el lector necesita saber.",
        PetitionAsk = "Lo que pide la petición, en una frase.",
        PetitionFilings = "From y To se leen en una sola frase. Ponga cada documento junto a este archivo y nómbrelo:",
        PetitionTitle = "La petición",
        PetitionCite = "Cómo deben citar la petición los demás.",
        PetitionText = "De qué trata la petición, con palabras sencillas.",
        CampaignDescription = "Para qué se piden donaciones, en una frase.",
        CampaignAmount = "Para qué sirve",
        CampaignPhases = "Las palabras de una fase deben seguir siendo ciertas para quien las lea después; nombre la fecha.",
        CampaignBanner = "Una frase.",
        CampaignOver = "En qué quedó.",
        Tags = "Deje los que correspondan y quite la almohadilla:",
        Document = (list, file) => $"Uno más de {list}: ponga {file} junto a este texto, rellene los campos "
            + "y quite la almohadilla y el espacio que van delante de cada uno.",
    };

    public required string ToBeWritten { get; init; }
    public required string Description { get; init; }
    public required string DraftOfRelease { get; init; }
    public required string DraftOfPage { get; init; }
    public required string DraftOfCampaign { get; init; }
    public required string ReleaseText { get; init; }
    public required string ReleaseMore { get; init; }
    public required string PetitionAsk { get; init; }
    public required string PetitionFilings { get; init; }
    public required string PetitionTitle { get; init; }
    public required string PetitionCite { get; init; }
    public required string PetitionText { get; init; }
    public required string CampaignDescription { get; init; }
    public required string CampaignAmount { get; init; }
    public required string CampaignPhases { get; init; }
    public required string CampaignBanner { get; init; }
    public required string CampaignOver { get; init; }
    public required string Tags { get; init; }
    public required Func<string, string, string> Document { get; init; }

    public static IEnumerable<TemplateText> All { get; } = [_english, _spanish];

    /// <summary>Those that would reach readers if nobody wrote others.</summary>
    public IEnumerable<string> ForReaders =>
    [
        ToBeWritten, Description, ReleaseText, ReleaseMore, PetitionAsk, PetitionCite, PetitionText, CampaignDescription, CampaignAmount,
        CampaignBanner, CampaignOver,
    ];

    /// <param name="language">BCP 47; English where there are no words in it.</param>
    public static TemplateText In(string language) => language.Split('-')[0] == "es" ? _spanish : _english;
}
