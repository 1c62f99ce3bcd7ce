using System.Buffers;
using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>A worksheet.</summary>
internal sealed record Sheet
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int MaximumNameLength = 31;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(@":\/?*[]");

    /// <summary>A worksheet of rows.</summary>
    /// <param name="name">1 to 31 characters, none of <c>: \ / ? * [ ]</c> or control characters, no apostrophe at either end, not History.</param>
    /// <param name="rows">Rows from the first on, without gaps; <see cref="Row.Blank"/> leaves one out.</param>
    /// <exception cref="ArgumentException">The name is none that Excel opens.</exception>
    public Sheet(string name, ImmutableArray<Row> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length > MaximumNameLength || name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl)
            || name.StartsWith('\'') || name.EndsWith('\'') || name.Equals("History", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException(
                $"'{name}' can't be the name of a sheet: 1 to {MaximumNameLength} characters, none of : \\ / ? * [ ], no apostrophe at either end, "
                + "not History.", nameof(name));
        (Name, Rows) = (name, rows);
    }

    /// <summary>Name on the tab; unique in the workbook regardless of case.</summary>
    public string Name { get; }

    /// <summary>Rows from the first on.</summary>
    public ImmutableArray<Row> Rows { get; init; }

    /// <summary>Widths of the first columns, in characters of the body font, 0 to 255. Default: all of Excel's usual width.</summary>
    public ImmutableArray<double> ColumnWidths { get; init; } = [];

    /// <summary>
    /// Ranges merged into one cell; each has more than one cell and none overlaps another. What shows is the first cell's; the others
    /// are <see cref="Cell.Empty"/> in its style, so that the border goes all round.
    /// Default: none.
    /// </summary>
    public ImmutableArray<CellRange> Merged { get; init; } = [];

    /// <summary>Rows that stay in sight at the top. Default 0.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Columns that stay in sight at the left. Default 0.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>How it is printed.</summary>
    public PrintSetup Print { get; init; } = new();

    /// <summary>
    /// Only input cells may be changed; there is no password: it guards against slips, not against people. Widths and heights
    /// may still be changed, rows and links put in, and input cells sorted. Default <see langword="false"/>.
    /// </summary>
    public bool Protected { get; init; }

    /// <summary>Who sees the sheet. Default <see cref="SheetVisibility.Visible"/>.</summary>
    public SheetVisibility Visibility { get; init; }

    /// <summary>What may be typed into cells. Default: anything.</summary>
    public ImmutableArray<Validation> Validations { get; init; } = [];

    /// <summary>Colours that depend on what a cell holds; the first that applies wins. Default: none.</summary>
    public ImmutableArray<ConditionalFill> Fills { get; init; } = [];
}

/// <summary>A row.</summary>
/// <param name="Cells">From the first column on, without gaps; <see cref="Cell.Empty"/> leaves one out.</param>
internal sealed record Row(ImmutableArray<Cell> Cells)
{
    /// <summary>A row without cells.</summary>
    public static Row Blank { get; } = new([]);

    /// <summary>Height in points, 0 to 409; <see langword="null"/> (default) fits the content, by estimate.</summary>
    public double? Height { get; init; }

    /// <summary>A row of these cells.</summary>
    public static Row Of(params ReadOnlySpan<Cell> cells) => new([.. cells]);
}

/// <summary>How a sheet is printed: A4, fitted to the width of a page or some, as many pages down as it takes.</summary>
internal sealed record PrintSetup
{
    /// <summary>Wide pages. Default <see langword="false"/>.</summary>
    public bool Landscape { get; init; }

    /// <summary>First and last row repeated at the head of each page, from 1, included. Default: none.</summary>
    public (int First, int Last)? RepeatedRows { get; init; }

    /// <summary>First and last column repeated at the left of each page, from 1, included; only with <see cref="RepeatedRows"/>. Default: none.</summary>
    public (int First, int Last)? RepeatedColumns { get; init; }

    /// <summary>Pages that the columns are spread over. Default 1.</summary>
    public int PagesAcross { get; init; } = 1;

    /// <summary>Rows that a new page begins with, from 2, ascending. Default: pages end where they are full.</summary>
    public ImmutableArray<int> BreaksBefore { get; init; } = [];

    /// <summary>Line at the foot of each page, centred. Default: none.</summary>
    public string? Footer { get; init; }

    /// <summary>Page number and number of pages after the footer. Default <see langword="false"/>.</summary>
    public bool PageNumbers { get; init; }
}

/// <summary>Who sees a sheet.</summary>
internal enum SheetVisibility
{
    /// <summary>Everybody.</summary>
    Visible,

    /// <summary>Those who unhide it.</summary>
    Hidden,

    /// <summary>Programs only: Excel's "Unhide" does not list it.</summary>
    VeryHidden,
}
