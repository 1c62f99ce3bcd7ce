using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Forms;

/// <summary>A cell over some columns of a row.</summary>
/// <param name="Cell">What stands there.</param>
/// <param name="Columns">How many columns it covers.</param>
internal readonly record struct WideCell(Cell Cell, int Columns = 1);

/// <summary>Builds a sheet row by row.</summary>
/// <param name="columns">Columns of the sheet.</param>
internal sealed class SheetBuilder(int columns)
{
    private readonly ImmutableArray<Row>.Builder rows = ImmutableArray.CreateBuilder<Row>();
    private readonly ImmutableArray<CellRange>.Builder merged = ImmutableArray.CreateBuilder<CellRange>();
    private readonly ImmutableArray<Validation>.Builder validations = ImmutableArray.CreateBuilder<Validation>();

    private readonly List<int> starts = [];

    /// <summary>Begins a section, which is kept on one page where it fits.</summary>
    public void Begin() => starts.Add(rows.Count + 1);

    /// <summary>Number of the row added last.</summary>
    public int Row => rows.Count;

    /// <summary>Adds an empty row.</summary>
    public void Blank() => rows.Add(Documents.Excel.Row.Blank);

    /// <summary>Adds a row of one cell across the sheet.</summary>
    public void Across(string text, CellStyle style, double? height = null) => Add(height, new WideCell(Cell.Text(text, style), columns));

    /// <summary>Adds a row of fields.</summary>
    public void Add(params ReadOnlySpan<WideCell> fields) => Add(null, fields);

    /// <summary>Adds a row of fields.</summary>
    public void Add(double? height, params ReadOnlySpan<WideCell> fields)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>(columns);
        foreach (var (cell, width) in fields)
        {
            if (width > 1) merged.Add(new(rows.Count + 1, cells.Count + 1, rows.Count + 1, cells.Count + width));
            cells.Add(cell);
            for (var c = 1; c < width; c++) cells.Add(Cell.Empty(cell.Style));
        }
        rows.Add(new Row(cells.ToImmutable()) { Height = height });
    }

    /// <summary>Says what a range may hold.</summary>
    public void Allow(Validation? validation)
    {
        if (validation is not null) validations.Add(validation);
    }

    /// <summary>The sheet; nothing but input cells may be changed on it.</summary>
    public Sheet ToSheet(string name, ImmutableArray<double> widths, PrintSetup print)
    {
        var sheet = new Sheet(name, rows.ToImmutable())
        {
            ColumnWidths = widths,
            Merged = merged.ToImmutable(),
            Validations = validations.ToImmutable(),
            Print = print,
            Protected = true,
        };
        return sheet with { Print = print with { BreaksBefore = PageBreaks.Of(sheet, starts) } };
    }
}
