using System.Globalization;
using System.Security;
using Kalasin.Evaluation.Tests.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>A workbook with one sheet as somebody typed it, cell by cell; a number is a cell of a number, as is 50% a cell shown as a percentage.</summary>
internal static class TypedSheet
{
    private static readonly string[] Columns = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

    public static byte[] Of(string name, params IReadOnlyList<object?>[] rows) => Marked(name, [], rows);

    /// <summary>The same beside the sheet that marks a form, where it has rows.</summary>
    public static byte[] Marked(string name, IReadOnlyList<IReadOnlyList<object?>> mark, params IReadOnlyList<object?>[] rows) => OfficeFile.WithSheet(
        Inside(rows),
        styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='14'/></cellXfs>").Called(name).Beside(name, "_kalasin", mark.Count > 0 ? Inside(mark) : null).ToBytes();

    private static string Inside(IEnumerable<IReadOnlyList<object?>> rows) => "<sheetData>"
        + string.Concat(rows.Select((cells, i) =>
            $"<row r='{i + 1}'>{string.Concat(cells.Select((value, c) => Cell($"{Columns[c]}{i + 1}", value)))}</row>"))
        + "</sheetData>";

    private static string Cell(string address, object? value) => value switch
    {
        null => "",
        Percent percent => string.Create(CultureInfo.InvariantCulture, $"<c r='{address}' s='1'><v>{percent.Share}</v></c>"),
        Day day => string.Create(CultureInfo.InvariantCulture, $"<c r='{address}' s='2'><v>{day.Serial}</v></c>"),
        Error error => $"<c r='{address}' t='e'><v>{error.Sign}</v></c>",
        bool yes => $"<c r='{address}' t='b'><v>{(yes ? 1 : 0)}</v></c>",
        long or double => string.Create(CultureInfo.InvariantCulture, $"<c r='{address}'><v>{value}</v></c>"),
        _ when value == Formula => $"<c r='{address}'><f>A1</f></c>",
        _ => $"<c r='{address}' t='inlineStr'><is><t>{SecurityElement.Escape(value.ToString())}</t></is></c>",
    };

    /// <summary>A cell with a share that is shown as a percentage.</summary>
    internal sealed record Percent(double Share);

    /// <summary>A cell with a number that is shown as a day.</summary>
    internal sealed record Day(double Serial);

    /// <summary>A cell whose formula shows an error.</summary>
    internal sealed record Error(string Sign);

    /// <summary>A cell with a formula that was saved without a value.</summary>
    internal static object Formula { get; } = new();
}
