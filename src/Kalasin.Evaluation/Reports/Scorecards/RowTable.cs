using System.Globalization;
using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>A table of one line per item whose columns refer to each other line by line.</summary>
/// <param name="count">How many lines it has; 1 or more.</param>
internal sealed class RowTable(int count)
{
    /// <summary>Most lines that stand on a sheet: of more, a program that computes them all would stand still. How many are left out is said below them.</summary>
    public const int MostLines = 10_000;

    private readonly List<RowColumn> columns = [];

    /// <summary>Row of the first line; known once placed.</summary>
    public int First { get; private set; }

    public int Count => count;

    public int Columns => columns.Count;

    public IEnumerable<double> Widths => columns.Select(c => c.Width);

    /// <summary>Adds a column.</summary>
    /// <param name="heading">Its head.</param>
    /// <param name="width">In characters.</param>
    /// <param name="content">What a line holds, or what its formula comes to.</param>
    /// <param name="formula">The formula of a line; none, or <see langword="null"/> for a line, leaves a constant.</param>
    public RowColumn Add(string heading, double width, Func<int, Cell> content, Func<int, string?>? formula = null)
    {
        columns.Add(new(this, columns.Count + 1, heading, width, content, formula));
        return columns[^1];
    }

    /// <summary>A column of ones and zeros.</summary>
    public RowColumn Flag(string heading, IReadOnlyList<bool> holds, Func<int, string?>? formula = null) =>
        Add(heading, 9, i => Cell.Number(holds[i] ? 1 : 0, formula is null ? CellStyle.Data : CellStyle.Result).As(CellFormat.ThaiWhole), formula);

    /// <summary>Puts the table at the end of a sheet; <see cref="Row"/> of its head.</summary>
    public int Place(LiveSheet sheet)
    {
        sheet.Add([.. columns.Select(c => (LiveCell)Cell.Text(c.Heading, CellStyle.Heading))]);
        var head = sheet.Row;
        First = head + 1;
        for (var i = 0; i < Math.Min(count, MostLines); i++)
        {
            var line = i;
            sheet.Add([.. columns.Select(c => new LiveCell(c.Content(line), c.Formula is { } formula ? () => formula(line) : null))]);
        }
        if (count > MostLines) sheet.Across($"และอีก {ThaiNumerals.Format(count - MostLines)} แถว ซึ่งเก็บไว้ในไฟล์ต้นฉบับ", CellStyle.Note);
        return head;
    }
}

/// <summary>A column of a <see cref="RowTable"/>.</summary>
internal sealed record RowColumn(RowTable Table, int Number, string Heading, double Width, Func<int, Cell> Content, Func<int, string?>? Formula)
{
    private string Letters => CellRange.ColumnName(Number);

    /// <summary>The cell of a line.</summary>
    public string At(int line) => string.Create(CultureInfo.InvariantCulture, $"${Letters}{RowOf(line)}");

    /// <summary>All lines.</summary>
    public string All => string.Create(CultureInfo.InvariantCulture, $"${Letters}${RowOf(0)}:${Letters}${RowOf(Table.Count - 1)}");

    /// <summary>The lines before one that isn't the first.</summary>
    public string Before(int line) => string.Create(CultureInfo.InvariantCulture, $"${Letters}${RowOf(0)}:${Letters}{RowOf(line - 1)}");

    private int RowOf(int line) => Table.First > 0 ? Table.First + line : throw new InvalidOperationException("A formula refers to a table that stands nowhere.");
}
