using System.Globalization;
using System.Security;
using Kalasin.Evaluation.Tests.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>A workbook with one sheet as somebody typed it, cell by cell; a number is a cell of a number, as is 50% a cell shown as a percentage.</summary>
internal static class TypedSheet
{
    private static readonly string[] Columns = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

    public static byte[] Of(string name, params IReadOnlyList<object?>[] rows) => OfficeFile.WithSheet(
        "<sheetData>"
        + string.Concat(rows.Select((cells, i) =>
            $"<row r='{i + 1}'>{string.Concat(cells.Select((value, c) => Cell($"{Columns[c]}{i + 1}", value)))}</row>"))
        + "</sheetData>",
        styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='9'/></cellXfs>").Called(name).ToBytes();

    private static string Cell(string address, object? value) => value switch
    {
        null => "",
        Percent percent => string.Create(CultureInfo.InvariantCulture, $"<c r='{address}' s='1'><v>{percent.Share}</v></c>"),
        long number => $"<c r='{address}'><v>{number}</v></c>",
        _ => $"<c r='{address}' t='inlineStr'><is><t>{SecurityElement.Escape(value.ToString())}</t></is></c>",
    };

    /// <summary>A cell with a share that is shown as a percentage.</summary>
    internal sealed record Percent(double Share);
}
