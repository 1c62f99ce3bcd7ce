using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Forms;

/// <summary>How the cells of each type of column look.</summary>
internal static class InputCells
{
    /// <summary>An empty cell to fill in.</summary>
    public static Cell Blank(ColumnType type) => Cell.Empty(type switch
    {
        ColumnType.Date => CellStyle.InputDate,
        ColumnType.Number => CellStyle.InputNumber,
        _ => CellStyle.Input,
    });

    /// <summary>A cell to fill in, with what is in it already.</summary>
    public static Cell Of(CellValue? value, Column column, AwardRules rules) => value switch
    {
        null => Blank(column.Type),
        DateValue day => Day(day.Date),
        NumberValue number => Cell.Number(number.Number, CellStyle.InputNumber),
        _ => Words(FormText.Of(value, column, rules)),
    };

    /// <summary>A text that is filled in already, or room for it.</summary>
    public static Cell Words(string? text) => string.IsNullOrEmpty(text) ? Cell.Empty(CellStyle.Input) : Cell.Text(text, CellStyle.Input);

    /// <summary>A day that is filled in already, or room for it.</summary>
    public static Cell Day(DateOnly? day) => day is { } known ? Cell.Date(known, CellStyle.InputDate) : Cell.Empty(CellStyle.InputDate);

    /// <summary>Width of a column in characters: of what it usually holds, and of its heading in two or three lines.</summary>
    public static double WidthOf(Column column)
    {
        var content = column.Type switch
        {
            ColumnType.Date => 19,
            ColumnType.Number => 10,
            ColumnType.Flag => 9,
            ColumnType.Choice => Math.Clamp(column.Options.Max(o => Clusters(o.Text.Thai)) + 3, 11, 24),
            ColumnType.Authority => 26,
            ColumnType.Sender => 30,
            _ when column.CaseCode => 14,
            _ when column.Required => 28,
            _ when Clusters(column.Heading.Thai) <= 6 => 15,
            _ => 20,
        };
        return Math.Max(content, Math.Ceiling(Clusters(column.Heading.Thai) * 0.75));
    }

    private static int Clusters(string text) => text.Length == 0 ? 0 : 1 + Enumerable.Range(1, text.Length - 1).Count(i => !ThaiCharacters.IsMark(text[i]));
}
