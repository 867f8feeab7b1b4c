using System.Globalization;
using System.Xml;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What an Excel workbook holds and does not show. Elements: ECMA-376, part 1, 18; [MS-XLSX], 2.6.</summary>
internal static class SpreadsheetInspection
{
    public static IEnumerable<HiddenContent> Of(Package package)
    {
        var numbers = PartNumbers.Of(package, "xl/workbook.xml", "sheet");
        return
        [
            .. package.Elements("xl/workbook.xml").Where(element => element.LocalName == "sheet")
                .Select((sheet, i) => sheet.Value("state") is "hidden" or "veryHidden"
                    ? Finding.HiddenSheet(FormattableString.Invariant($"sheet {i + 1}"))
                    : null)
                .OfType<HiddenContent>(),
            .. package.XmlBelow("xl/worksheets/").Where(part => HasHiddenCells(package, part))
                .Select(part => Finding.HiddenCells(numbers.PlaceOf(part, "sheet"))),
            .. package.XmlBelow("xl/").Where(part => Has(package, part, "comment", "threadedComment")).Take(1)
                .Select(_ => Finding.Comments()),
            .. package.PartsBelow("xl/revisions/").Take(1).Select(_ => Finding.TrackedChanges()),
            .. package.XmlBelow("xl/pivotCache/").Where(part => Has(package, part, "r")).Take(1).Select(_ => Finding.PivotData),
            .. package.XmlBelow("xl/externalLinks/").Where(part => Has(package, part, "v")).Take(1).Select(_ => Finding.OtherWorkbook),
            .. package.XmlBelow("xl/connections").Where(part => Has(package, part, "connection")).Take(1).Select(_ => Finding.DataSource),
        ];
    }

    private static bool Has(Package package, string part, params string[] elements) =>
        package.Elements(part).Any(element => elements.Contains(element.LocalName));

    /// <summary>Whether a cell with something in it stands in a hidden row or column; empty ones are often hidden up to the edge.</summary>
    private static bool HasHiddenCells(Package package, string part)
    {
        var columns = new List<(int First, int Last)>();
        var isRowHidden = false;
        var isCellHidden = false;
        foreach (var element in package.Elements(part))
        {
            switch (element.LocalName)
            {
                case "col" when IsHidden(element, "width"):
                    columns.Add((Number(element.Value("min")), Number(element.Value("max"))));
                    break;
                case "row":
                    isRowHidden = IsHidden(element, "ht");
                    break;
                case "c":
                    var column = ColumnOf(element.Value("r"));
                    isCellHidden = isRowHidden || columns.Any(hidden => column >= hidden.First && column <= hidden.Last);
                    break;
                case "v" or "is" when isCellHidden:
                    return true;
            }
        }
        return false;
    }

    private static bool IsHidden(XmlReader element, string size) =>
        element.Value("hidden") is "1" or "true"
        || double.TryParse(element.Value(size), NumberStyles.Float, CultureInfo.InvariantCulture, out var given) && given == 0;

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <param name="cell">Such as <c>AB12</c>.</param>
    /// <returns>From 1; 0 where it is not said.</returns>
    private static int ColumnOf(string cell) =>
        cell.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1));
}
